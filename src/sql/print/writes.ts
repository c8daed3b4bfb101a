/** INSERT, UPDATE and DELETE. */
import type { DeleteStmt, InsertStmt, Node, OnConflictClause, ReturningClause, UpdateStmt } from 'libpg-query';
import { assert, must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import type { QueryScope } from '../resolve/model.ts';
import { itemsOf, under, type WriteNode } from '../tree.ts';
import { printExpression, printSubquery } from './expression.ts';
import { columnList, printFrom, printTable } from './from.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printQuery } from './query.ts';
import { printItems } from './select.ts';
import { printWith } from './with.ts';

export function printWrite(node: WriteNode, printer: Printer): string {
  const statement = 'InsertStmt' in node ? node.InsertStmt : 'UpdateStmt' in node ? node.UpdateStmt : node.DeleteStmt;
  const scope = must(printer.resolution.scopeOf.get(statement), 'a scope');
  const inner = { ...printer, scope };
  const ctes = statement.withClause ? `${printWith(statement.withClause, printer)} ` : '';
  return ctes + printChange(node, inner) + printReturning(statement.returningClause, scope, inner);
}

function printChange(node: WriteNode, printer: Printer): string {
  if ('InsertStmt' in node) return printInsert(node.InsertStmt, printer);
  return 'UpdateStmt' in node ? printUpdate(node.UpdateStmt, printer) : printDelete(node.DeleteStmt, printer);
}

function printInsert(insert: InsertStmt, printer: Printer): string {
  const target = printTable(must(insert.relation, 'a table'), printer);
  const source = insert.selectStmt;
  if (!source || !('SelectStmt' in source)) {
    return `INSERT INTO ${target} DEFAULT VALUES${printConflict(insert.onConflictClause, printer)}`;
  }
  let text = `INSERT INTO ${target} ${columnList(insertedColumns(insert, source.SelectStmt.valuesLists, printer))} `;
  if (insert.override === 'OVERRIDING_SYSTEM_VALUE') text += 'OVERRIDING SYSTEM VALUE ';
  if (insert.override === 'OVERRIDING_USER_VALUE') text += 'OVERRIDING USER VALUE ';
  text += printQuery(source.SelectStmt, printer);
  return text + printConflict(insert.onConflictClause, printer);
}

/** Without a list, the first columns of the table: as many as there are values. */
function insertedColumns(insert: InsertStmt, rows: readonly Node[] | undefined, printer: Printer): string[] {
  if (insert.cols) return insert.cols.map((node) => assignedColumn(node, printer));
  const source = insert.relation ? printer.resolution.sources.get(insert.relation) : undefined;
  assert(source?.kind === 'table', 'a table');
  const query = insert.selectStmt && 'SelectStmt' in insert.selectStmt ? insert.selectStmt.SelectStmt : undefined;
  const count = rows ? itemsOf(rows[0]).length : (query && printer.resolution.outputs.get(query)?.length) || 0;
  return source.table.columns.slice(0, count).map((column) => quoteName(column.name));
}

function assignedColumn(node: Node, printer: Printer): string {
  const { name = '', indirection, location } = under(node, 'ResTarget');
  if (indirection) throw cannotPrint('composite-assignment', printer, location);
  return quoteName(name);
}

function printConflict(clause: OnConflictClause | undefined, printer: Printer): string {
  if (!clause) return '';
  let text = ` ON CONFLICT${printArbiter(clause.infer, printer)}`;
  if (clause.action !== 'ONCONFLICT_UPDATE') return `${text} DO NOTHING`;
  text += ` DO UPDATE SET ${printAssignments(clause.targetList ?? [], printer)}`;
  return clause.whereClause ? `${text} WHERE ${printExpression(clause.whereClause, printer)}` : text;
}

function printArbiter(infer: OnConflictClause['infer'], printer: Printer): string {
  if (!infer) return '';
  if (infer.conname !== undefined) throw cannotPrint('conflict-constraint', printer, infer.location);
  const columns = (infer.indexElems ?? []).map((node) => {
    const { name, collation, opclass } = under(node, 'IndexElem');
    if (name === undefined || collation || opclass) throw cannotPrint('conflict-expression', printer, infer.location);
    return quoteName(name);
  });
  const where = infer.whereClause ? ` WHERE ${printExpression(infer.whereClause, { ...printer, isBare: true })}` : '';
  return ` ${columnList(columns)}${where}`;
}

function printUpdate(update: UpdateStmt, printer: Printer): string {
  let text = `UPDATE ${printTable(must(update.relation, 'a table'), printer)}`;
  text += ` SET ${printAssignments(update.targetList ?? [], printer)}`;
  if (update.fromClause) text += ` FROM ${printFrom(update.fromClause, printer)}`;
  return text + printWhere(update.whereClause, printer);
}

function printDelete(remove: DeleteStmt, printer: Printer): string {
  let text = `DELETE FROM ${printTable(must(remove.relation, 'a table'), printer)}`;
  if (remove.usingClause) text += ` USING ${printFrom(remove.usingClause, printer)}`;
  return text + printWhere(remove.whereClause, printer);
}

function printWhere(condition: Node | undefined, printer: Printer): string {
  return condition ? ` WHERE ${printExpression(condition, printer)}` : '';
}

/** The parser makes `(a, b) = …` an assignment for each column, with a copy of the right side. */
function printAssignments(assignments: readonly Node[], printer: Printer): string {
  const parts: string[] = [];
  for (let index = 0; index < assignments.length; index++) {
    const node = must(assignments[index], 'an assignment');
    const value = under(node, 'ResTarget').val;
    if (!value || !('MultiAssignRef' in value)) {
      parts.push(`${assignedColumn(node, printer)} = ${printExpression(value, printer)}`);
      continue;
    }
    const count = value.MultiAssignRef.ncolumns ?? 1;
    const columns = assignments.slice(index, index + count).map((part) => assignedColumn(part, printer));
    parts.push(...printRowAssignment(columns, must(value.MultiAssignRef.source, 'a row'), printer));
    index += count - 1;
  }
  return parts.join(', ');
}

function printRowAssignment(columns: readonly string[], row: Node, printer: Printer): string[] {
  if ('SubLink' in row) return [`${columnList(columns)} = ${printSubquery(row.SubLink.subselect, printer)}`];
  if (!('RowExpr' in row)) throw cannotPrint('row-assignment', printer);
  const values = row.RowExpr.args ?? [];
  return columns.map((column, index) => `${column} = ${printExpression(values[index], printer)}`);
}

function printReturning(clause: ReturningClause | undefined, scope: QueryScope, printer: Printer): string {
  return clause?.exprs ? ` RETURNING ${printItems(clause.exprs, scope, printer)}` : '';
}
