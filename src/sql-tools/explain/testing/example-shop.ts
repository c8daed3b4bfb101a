import { SHOP } from '../../../grammar/testing/example-schemas.ts';
import { makeSchema } from '../../../grammar/testing/make-schema.ts';
import type { Schema, SchemaFunction } from '../../../schema/model.ts';
import type { Explanation, Place } from '../../contract.ts';

const FUNCTION: Omit<SchemaFunction, 'namespace' | 'name' | 'argumentTypes'> = {
  kind: 'scalar',
  requiredArguments: 1,
  isVariadic: false,
  resultType: 'text',
  outputColumns: [],
  comment: null,
};

const USERS = makeSchema([
  { name: 'user', columns: { id: 'integer', select: 'text', order: 'integer', group: 'text' } },
]);

/** A shop whose orders have one of three states, its users (in tables that are called like keywords), and its functions. */
export const EXAMPLE_SHOP: Schema = {
  ...SHOP,
  tables: [...SHOP.tables, ...USERS.tables].map((table) => ({
    ...table,
    columns: table.columns.map((column) =>
      column.name === 'status' ? { ...column, allowedValues: ['open', 'paid', 'sent'] } : column,
    ),
  })),
  functions: [
    { ...FUNCTION, namespace: 'sales', name: 'full_name', argumentTypes: ['text', 'text'], requiredArguments: 2 },
    { ...FUNCTION, namespace: 'sales', name: 'tax', argumentTypes: ['numeric', 'numeric', 'text'] },
    { ...FUNCTION, namespace: 'public', name: 'tax', argumentTypes: ['numeric'] },
    { ...FUNCTION, namespace: 'public', name: 'open_orders', kind: 'set', argumentTypes: ['integer'] },
  ],
};

/** The explanation of `sql`, with the text at its place instead of the place. */
export function markedIn(sql: string, explanation: Explanation): object {
  return 'place' in explanation ? { ...explanation, place: textAt(sql, explanation.place) } : explanation;
}

export function textAt(sql: string, place: Place | null): string | null {
  return place && sql.slice(place.from, place.to);
}
