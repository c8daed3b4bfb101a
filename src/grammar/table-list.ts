import { AppError } from '../platform/errors.ts';
import type { Schema, Table } from '../schema/model.ts';
import { tableName } from '../schema/names.ts';
import { textChoice } from './prefix-tree.ts';
import { createGrammar, type Grammar, reference, rule, zeroOrMore } from './rule-tree.ts';

const SEPARATOR = ', ';

/**
 * One or more of the schema's tables, spelled as in FROM: `orders, sales."Order Items"`. That none stands there twice is
 * beyond it. Throws `ask/empty-schema` when there is no table with a column.
 */
export function tableListGrammar(schema: Schema): Grammar {
  const names = queriedTables(schema).map(tableName);
  if (names.length === 0) throw new AppError({ code: 'ask/empty-schema', message: 'There is no table with a column.' });
  return createGrammar('root', [
    rule('root', reference('table'), zeroOrMore(SEPARATOR, reference('table'))),
    rule('table', textChoice(names)),
  ]);
}

/** The tables that a list names, each once and in its order, up to where it ends or is none any more. */
export function readTableList(text: string, schema: Schema): readonly Table[] {
  const tables = new Map(queriedTables(schema).map((table) => [tableName(table), table]));
  // A quoted name may hold the separator, and then begin with another name.
  const names = [...tables.keys()].sort((a, b) => b.length - a.length);
  const found = new Set<Table>();
  for (let rest = text.trim() + SEPARATOR; rest !== ''; ) {
    const name = names.find((each) => rest.startsWith(each + SEPARATOR));
    const table = name === undefined ? undefined : tables.get(name);
    if (name === undefined || table === undefined) break;
    found.add(table);
    rest = rest.slice(name.length + SEPARATOR.length);
  }
  return [...found];
}

/** Those that a query can be about. */
function queriedTables(schema: Schema): readonly Table[] {
  return schema.tables.filter((table) => table.columns.length > 0);
}
