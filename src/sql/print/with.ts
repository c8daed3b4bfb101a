import type { CommonTableExpr, CTECycleClause, CTESearchClause, Node, WithClause } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import type { Cte } from '../resolve/model.ts';
import { isWrite, namesIn, under } from '../tree.ts';
import { columnList } from './from.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printQuery } from './query.ts';
import { printWrite } from './writes.ts';

export function printWith(clause: WithClause, printer: Printer): string {
  const ctes = (clause.ctes ?? []).map((node) =>
    must(printer.resolution.ctes.get(under(node, 'CommonTableExpr')), 'a CTE'),
  );
  const recursive = ctes.some((cte) => cte.isRecursive) ? 'RECURSIVE ' : '';
  return `WITH ${recursive}${ctes.map((cte) => printCte(cte, printer)).join(', ')}`;
}

const MATERIALIZED: Readonly<Record<string, string>> = {
  CTEMaterializeAlways: 'MATERIALIZED ',
  CTEMaterializeNever: 'NOT MATERIALIZED ',
};

function printCte(cte: Cte, printer: Printer): string {
  const { node } = cte;
  const head = printer.names.cte(cte) + columnList(printer.names.columnList(cte.declaration));
  const body = `${MATERIALIZED[node.ctematerialized ?? ''] ?? ''}(${printStatement(node, printer)})`;
  return `${head} AS ${body}${printSearch(cte, printer)}${printCycle(cte, printer)}`;
}

function printStatement({ ctequery }: CommonTableExpr, printer: Printer): string {
  const statement: Node = must(ctequery, 'a statement');
  if ('SelectStmt' in statement) return printQuery(statement.SelectStmt, printer);
  if (isWrite(statement)) return printWrite(statement, printer);
  throw cannotPrint('MergeStmt' in statement ? 'merge' : 'statement', printer);
}

function printSearch(cte: Cte, printer: Printer): string {
  const search: CTESearchClause | undefined = cte.node.search_clause;
  if (!search) return '';
  const order = search.search_breadth_first ? 'BREADTH' : 'DEPTH';
  const by = ownColumns(cte, namesIn(search.search_col_list), printer);
  return ` SEARCH ${order} FIRST BY ${by} SET ${printer.names.additions(cte)[0]}`;
}

function printCycle(cte: Cte, printer: Printer): string {
  const cycle: CTECycleClause | undefined = cte.node.cycle_clause;
  if (!cycle) return '';
  if (!isBoolean(cycle.cycle_mark_value, true) || !isBoolean(cycle.cycle_mark_default, false)) {
    throw cannotPrint('cycle-values', printer, cycle.location);
  }
  const [mark, path] = printer.names.additions(cte).slice(-2);
  return ` CYCLE ${ownColumns(cte, namesIn(cycle.cycle_col_list), printer)} SET ${mark} USING ${path}`;
}

function isBoolean(node: Node | undefined, value: boolean): boolean {
  return (
    node !== undefined &&
    'A_Const' in node &&
    node.A_Const.boolval !== undefined &&
    (node.A_Const.boolval.boolval ?? false) === value
  );
}

function ownColumns(cte: Cte, names: readonly string[], printer: Printer): string {
  return names
    .map((name) => {
      const column = cte.columns.find((candidate) => candidate.name === name);
      return column ? printer.names.column(column) : quoteName(name);
    })
    .join(', ');
}
