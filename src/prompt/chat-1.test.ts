import { describe, expect, it } from 'vitest';
import type { Column, Schema } from '../schema/model.ts';
import { chatPrompt } from './chat-1.ts';

const column = (name: string, part: Partial<Column> = {}): Column => ({
  name,
  type: 'integer',
  typeClass: 'integer',
  nullable: false,
  defaultExpression: null,
  generated: false,
  allowedValues: [],
  comment: null,
  ...part,
});

const table = { kind: 'table', namespace: 'public', comment: null, uniqueKeys: [], checks: [], rowCount: 0 } as const;

const schema: Schema = {
  enums: [],
  domains: [],
  functions: [],
  tables: [
    {
      ...table,
      name: 'customers',
      columns: [column('id'), column('Full Name', { type: 'text' })],
      primaryKey: ['id'],
      foreignKeys: [],
    },
    {
      ...table,
      name: 'orders',
      comment: 'One line\nper order',
      columns: [
        column('id'),
        column('customer_id'),
        column('status', { type: 'text', allowedValues: ['open', "won't pay"] }),
      ],
      primaryKey: ['id'],
      foreignKeys: [
        {
          columns: ['customer_id'],
          referencedNamespace: 'public',
          referencedTable: 'customers',
          referencedColumns: ['id'],
        },
      ],
    },
  ],
};

describe('chatPrompt', () => {
  it('describes every table in one statement', () => {
    const prompt = chatPrompt(schema, 'How many orders?');
    expect(prompt.kind === 'chat' && prompt.system.split('\n\n')[1]).toBe(
      [
        'CREATE TABLE customers (id integer PRIMARY KEY, "Full Name" text);',
        "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer REFERENCES customers(id), status text CHECK IN ('open', 'won''t pay')); -- One line per order",
      ].join('\n'),
    );
  });

  it('asks for no reasoning', () => {
    expect(chatPrompt(schema, ' How many\norders ? ')).toMatchObject({ user: 'How many orders /no_think' });
  });
});
