/**
 * The prompt of chat models, template `chat-1`: the schema as short CREATE TABLE statements, which general models have
 * read by the million, and the rules of `docs/canonical-sql.md` that the grammar will hold them to anyway; said aloud,
 * they make the likely continuation an allowed one.
 */
import type { Prompt } from '../engine/contract.ts';
import type { Column, Schema, Table } from '../schema/model.ts';
import { quoteName, tableName, textLiteral } from '../schema/names.ts';
import { normaliseQuestion } from './nano-1.ts';

/** Allowed values shown for one column; more would crowd out other columns. */
const MAX_SHOWN_VALUES = 8;

const RULES = `You write one PostgreSQL query that answers the user's question about this database.
Answer with the query alone, on one line, without a semicolon.
Write every column with its table name (orders.total). Use only the tables and columns below.
Join tables along their foreign keys. Prefer the simplest query that answers the question.`;

/** Marks the prompt as one that wants no reasoning: Qwen3's own switch, harmless to others. */
export const NO_REASONING = '/no_think';

export function chatPrompt(schema: Schema, question: string): Prompt {
  return {
    kind: 'chat',
    system: `${RULES}\n\n${schema.tables.map(tableText).join('\n')}`,
    user: `${normaliseQuestion(question)} ${NO_REASONING}`,
  };
}

function tableText(table: Table): string {
  const lines = [...table.columns.map((column) => columnText(table, column)), ...compositeKeys(table)];
  const comment = table.comment ? ` -- ${oneLine(table.comment)}` : '';
  return `CREATE TABLE ${tableName(table)} (${lines.join(', ')});${comment}`;
}

function columnText(table: Table, column: Column): string {
  const parts = [quoteName(column.name), column.type];
  if (table.primaryKey.length === 1 && table.primaryKey[0] === column.name) parts.push('PRIMARY KEY');
  const foreignKey = table.foreignKeys.find((key) => key.columns.length === 1 && key.columns[0] === column.name);
  if (foreignKey) {
    const referenced = tableName({ namespace: foreignKey.referencedNamespace, name: foreignKey.referencedTable });
    parts.push(`REFERENCES ${referenced}(${foreignKey.referencedColumns.map(quoteName).join(', ')})`);
  }
  if (column.allowedValues.length > 0 && column.allowedValues.length <= MAX_SHOWN_VALUES) {
    parts.push(`CHECK IN (${column.allowedValues.map(textLiteral).join(', ')})`);
  }
  return parts.join(' ');
}

function compositeKeys(table: Table): string[] {
  return table.foreignKeys
    .filter((key) => key.columns.length > 1)
    .map((key) => {
      const referenced = tableName({ namespace: key.referencedNamespace, name: key.referencedTable });
      const columns = key.columns.map(quoteName).join(', ');
      return `FOREIGN KEY (${columns}) REFERENCES ${referenced}(${key.referencedColumns.map(quoteName).join(', ')})`;
    });
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
