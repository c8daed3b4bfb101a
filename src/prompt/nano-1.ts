/**
 * The prompt of the bundled model, template `nano-1`. Compact, because the model reads it on one CPU thread: one line
 * a table, a marker a column, and the schema first, so that its prefill is reused by the next question.
 *
 *     <|schema|>
 *     customers id:key name:text city:text
 *     orders id:key customer_id>customers status:text(open|paid) total:number ordered_at:time
 *     <|question|>how many customers are in Lisbon<|sql|>
 *
 * Training data is rendered by the same functions, so that what the model sees here is what it learnt from.
 */
import type { Column, ForeignKey, Schema, Table, TypeClass } from '../schema/model.ts';
import { quoteName, tableName } from '../schema/names.ts';

/** Ends the model's answer. */
export const NANO_END = '<|end|>';
/** Tokens with a meaning of their own. */
export const NANO_SPECIAL_TOKENS = ['<|schema|>', '<|question|>', '<|sql|>', NANO_END] as const;
/** Any spelling of a control token (the padding token too): none may stand in what a person typed. */
const SPECIAL_TOKEN = /<\|[a-z_]*\|>/g;

/** Allowed values shown for one column; more would crowd out other columns. */
const MAX_SHOWN_VALUES = 8;

const TYPE_MARKERS: Readonly<Record<TypeClass, string>> = {
  integer: 'int',
  number: 'number',
  text: 'text',
  boolean: 'bool',
  date: 'date',
  timestamp: 'time',
  time: 'clock',
  json: 'json',
  other: 'other',
};

/** The part of the prompt that depends on the schema alone. */
export function nanoSchemaText(schema: Schema): string {
  return `<|schema|>\n${schema.tables.map((table) => `${tableText(table, schema)}\n`).join('')}`;
}

/** The part that follows `nanoSchemaText`. */
export function nanoQuestionText(question: string): string {
  return `<|question|>${normaliseQuestion(question)}<|sql|>`;
}

/** One spelling for what does not change the meaning: blanks, quotation marks and closing punctuation. */
export function normaliseQuestion(question: string): string {
  return withoutSpecialTokens(question)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/[\s?.!]+$/, '')
    .trim();
}

function tableText(table: Table, schema: Schema): string {
  const columns = table.columns.map((column) => `${shownName(quoteName(column.name))}${marker(table, column, schema)}`);
  return [shownName(tableName(table)), ...columns].join(' ');
}

function marker(table: Table, column: Column, schema: Schema): string {
  const foreignKey = table.foreignKeys.find((key) => key.columns.length === 1 && key.columns[0] === column.name);
  if (foreignKey) return `>${shownName(referenceText(foreignKey, schema))}`;
  if (table.primaryKey.length === 1 && table.primaryKey[0] === column.name) return ':key';
  return `:${TYPE_MARKERS[column.typeClass]}${valuesText(column)}`;
}

/** The referenced table alone when the key is its primary key, which is nearly always. */
function referenceText(key: ForeignKey, schema: Schema): string {
  const referenced = { namespace: key.referencedNamespace, name: key.referencedTable };
  const target = schema.tables.find(
    (table) => table.namespace === referenced.namespace && table.name === referenced.name,
  );
  const column = key.referencedColumns[0] ?? '';
  const isPrimaryKey = target?.primaryKey.length === 1 && target.primaryKey[0] === column;
  return isPrimaryKey ? tableName(referenced) : `${tableName(referenced)}.${quoteName(column)}`;
}

function valuesText(column: Column): string {
  if (column.allowedValues.length === 0 || column.allowedValues.length > MAX_SHOWN_VALUES) return '';
  return `(${column.allowedValues.map(shownName).join('|')})`;
}

function shownName(name: string): string {
  return withoutSpecialTokens(name).replace(/[\r\n]+/g, ' ');
}

function withoutSpecialTokens(text: string): string {
  return text.replace(SPECIAL_TOKEN, ' ');
}
