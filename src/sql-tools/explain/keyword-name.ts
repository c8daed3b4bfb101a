/** Keywords of SQL that a schema has as names: they mean those only in quotes. */
import type { Schema } from '../../schema/model.ts';
import { quoteName, RESERVED_WORDS } from '../../schema/names.ts';

/** The table or column that a keyword without quotes would be with them; null when it would be none. */
export function nameMeant(word: string, schema: Schema): string | null {
  const name = word.toLowerCase();
  const isTable = tableMeant(word, schema) !== null;
  const isColumn =
    RESERVED_WORDS.has(name) && schema.tables.some((table) => table.columns.some((each) => each.name === name));
  if (!isTable && !isColumn) return null;
  const what = isTable && isColumn ? '' : isTable ? 'the table ' : 'the column ';
  return what + quoteName(name);
}

/** Of these, the tables alone. */
export function tableMeant(word: string, { tables }: Schema): string | null {
  const name = word.toLowerCase();
  return RESERVED_WORDS.has(name) && tables.some((table) => table.name === name) ? quoteName(name) : null;
}
