/**
 * The prompt with which a chat model chooses the tables of a large schema, before it reads those it chose in full: every
 * table on a line, with as many of its columns as there is room for.
 *
 *     customers(email, loyalty_points, city)
 *     orders(shipping_cost, status, total)
 */
import type { Prompt } from '../engine/contract.ts';
import { isGenericWord } from '../schema/generic-words.ts';
import type { Schema, Table } from '../schema/model.ts';
import { quoteName, tableName } from '../schema/names.ts';
import { words } from '../schema/stem.ts';
import { NO_REASONING, oneLine } from './chat-1.ts';
import { normaliseQuestion } from './nano-1.ts';

/** More columns of one table hardly say more about it. */
const MAX_SHOWN_COLUMNS = 8;

const RULES = `You choose the tables that one PostgreSQL query needs to answer the user's question.
Below are all tables of the database, one a line, with some of their columns.
Answer with the names of the tables it reads or joins alone, separated by ", ". Choose no more than needed.`;

/** With as many columns of each table as `fits` takes; null when not even the names fit. */
export function chatTablesPrompt(schema: Schema, question: string, fits: (prompt: Prompt) => boolean): Prompt | null {
  const columns = tellingColumns(schema);
  for (let shown = MAX_SHOWN_COLUMNS; shown >= 0; shown--) {
    const lines = schema.tables.map((table) => tableLine(table, (columns.get(table) ?? []).slice(0, shown)));
    const prompt: Prompt = {
      kind: 'chat',
      system: `${RULES}\n\n${lines.join('\n')}`,
      user: `${normaliseQuestion(question)} ${NO_REASONING}`,
    };
    if (fits(prompt)) return prompt;
  }
  return null;
}

function tableLine(table: Table, columns: readonly string[]): string {
  const name = oneLine(tableName(table));
  return columns.length === 0 ? name : `${name}(${columns.map((column) => oneLine(quoteName(column))).join(', ')})`;
}

/** Each table's columns, those first that few tables have; without keys and what nearly every table has. */
function tellingColumns(schema: Schema): ReadonlyMap<Table, readonly string[]> {
  const named = schema.tables.map((table) => [table, ownColumns(table)] as const);
  const counts = new Map<string, number>();
  for (const name of named.flatMap(([, columns]) => columns)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const count = (name: string): number => counts.get(name) ?? 0;
  return new Map(named.map(([table, columns]) => [table, columns.toSorted((a, b) => count(a) - count(b))]));
}

function ownColumns(table: Table): readonly string[] {
  const keys = new Set([...table.primaryKey, ...table.foreignKeys.flatMap((key) => key.columns)]);
  return table.columns.map(({ name }) => name).filter((name) => !keys.has(name) && !words(name).every(isGenericWord));
}
