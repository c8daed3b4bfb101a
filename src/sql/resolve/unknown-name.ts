import { AppError } from '../../platform/errors.ts';
import type { Schema } from '../../schema/model.ts';
import { quoteName, tableName } from '../../schema/names.ts';
import { positionDetails } from '../parse-sql.ts';

/** A name this far from a known one, in relation to its length, is no misspelling of it. */
const MAX_DISTANCE = 0.4;

export function unknownTable(schema: Schema, written: string, position: number | undefined): AppError {
  const known = schema.tables.map((table) => ({ name: table.name, text: tableName(table) }));
  const name = written.split('.').at(-1) ?? written;
  return unknownName('sql/unknown-table', `There is no table "${written}".`, written, position, nearest(name, known));
}

/** A table that the schema has and the query does not read. */
export function tableNotInQuery(written: string, names: readonly string[], position: number | undefined): AppError {
  const known = names.map((name) => ({ name, text: quoteName(name) }));
  const message = `"${written}" is not among the tables that are read here.`;
  return unknownName('sql/unknown-table', message, written, position, nearest(written, known));
}

export function unknownColumn(written: string, names: readonly string[], position: number | undefined): AppError {
  const known = names.map((name) => ({ name, text: quoteName(name) }));
  const name = written.split('.').at(-1) ?? written;
  return unknownName('sql/unknown-column', `There is no column "${written}".`, written, position, nearest(name, known));
}

export function ambiguousName(written: string, position: number | undefined): AppError {
  return new AppError({
    code: 'sql/unknown-column',
    message: `"${written}" can be one of several columns.`,
    hint: 'Write the table before it.',
    details: { name: written, ...positionDetails(position) },
  });
}

export function ambiguousTable(written: string, position: number | undefined): AppError {
  return new AppError({
    code: 'sql/unknown-table',
    message: `"${written}" can be one of several tables.`,
    hint: 'Give one of them another name with AS.',
    details: { name: written, ...positionDetails(position) },
  });
}

function unknownName(
  code: 'sql/unknown-table' | 'sql/unknown-column',
  message: string,
  name: string,
  position: number | undefined,
  similar: string | undefined,
): AppError {
  return new AppError({
    code,
    message,
    ...(similar !== undefined && { hint: `Did you mean ${similar}?` }),
    details: { name, ...positionDetails(position) },
  });
}

function nearest(name: string, known: readonly { readonly name: string; readonly text: string }[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: { readonly text: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.name.toLowerCase());
    if (distance > Math.max(1, wanted.length * MAX_DISTANCE)) continue;
    if (!best || distance < best.distance) best = { text: candidate.text, distance };
  }
  return best?.text;
}

/** Insertions, deletions and replacements that make one text the other (Levenshtein). */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
