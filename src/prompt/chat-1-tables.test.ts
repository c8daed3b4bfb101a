import { describe, expect, it } from 'vitest';
import type { Prompt } from '../engine/contract.ts';
import { foreignKey, makeSchema } from '../grammar/testing/make-schema.ts';
import { chatTablesPrompt } from './chat-1-tables.ts';

const schema = makeSchema([
  { name: 'customers', columns: { id: 'integer', name: 'text', created: 'date', email: 'text', loyalty: 'integer' } },
  {
    name: 'Order',
    namespace: 'sales',
    columns: { customer_id: 'integer', created: 'date', 'ship to': 'text' },
    foreignKeys: [foreignKey('customer_id', 'customers', 'id')],
  },
  { name: 'tags', columns: { id: 'integer' } },
]);

function lines(prompt: Prompt | null): string[] {
  return prompt?.kind === 'chat' ? (prompt.system.split('\n\n')[1] ?? '').split('\n') : [];
}

/** Takes prompts whose lines are together no longer than this. */
const shorterThan = (characters: number) => (prompt: Prompt) => lines(prompt).join('').length < characters;

describe('chatTablesPrompt', () => {
  it('writes a line a table, spelled as in SQL, the columns that few tables have first, without keys', () => {
    expect(lines(chatTablesPrompt(schema, 'x', () => true))).toEqual([
      'customers(email, loyalty, created)',
      'sales."Order"("ship to", created)',
      'tags',
    ]);
  });

  it('leaves out columns, of every table alike, until it fits', () => {
    expect(lines(chatTablesPrompt(schema, 'x', shorterThan(60)))).toEqual([
      'customers(email)',
      'sales."Order"("ship to")',
      'tags',
    ]);
    expect(lines(chatTablesPrompt(schema, 'x', shorterThan(30)))).toEqual(['customers', 'sales."Order"', 'tags']);
  });

  it('is none where not even the names fit', () => {
    expect(chatTablesPrompt(schema, 'x', shorterThan(10))).toBeNull();
  });

  it('asks for no reasoning', () => {
    expect(chatTablesPrompt(schema, ' How many\norders ? ', () => true)).toMatchObject({
      user: 'How many orders /no_think',
    });
  });
});
