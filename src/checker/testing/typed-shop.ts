import type { Column, Schema, Table } from '../../schema/model.ts';
import { testColumn } from '../../schema/testing/test-column.ts';

interface TableSpec {
  readonly name: string;
  readonly namespace?: string;
  readonly kind?: Table['kind'];
  /** Types as `format_type` prints them, by column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly primaryKey?: readonly string[];
}

function table({ name, columns, namespace = 'public', kind = 'table', primaryKey = ['id'] }: TableSpec): Table {
  return {
    namespace,
    name,
    kind,
    comment: null,
    columns: Object.entries(columns).map(([column, type]): Column => testColumn(column, { type })),
    primaryKey,
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    rowCount: 0,
  };
}

/** A shop whose columns have types: an enum, a domain, arrays, JSON, a second namespace, functions of the user. */
export const TYPED_SHOP: Schema = {
  tables: [
    table({
      name: 'customers',
      columns: {
        id: 'integer',
        name: 'text',
        email: 'email_address',
        country: 'character varying(40)',
        signed_up_on: 'date',
        newsletter: 'boolean',
        tags: 'text[]',
      },
    }),
    table({
      name: 'orders',
      columns: {
        id: 'integer',
        customer_id: 'integer',
        status: 'order_status',
        total: 'numeric(10,2)',
        ordered_at: 'timestamp without time zone',
        shipped_at: 'timestamp without time zone',
        details: 'jsonb',
        raw: 'json',
      },
    }),
    table({
      name: 'order_items',
      columns: { order_id: 'integer', product_id: 'integer', quantity: 'integer', unit_price: 'numeric(10,2)' },
      primaryKey: ['order_id', 'product_id'],
    }),
    table({ name: 'orders', namespace: 'archive', columns: { id: 'integer', total: 'numeric', closed_on: 'date' } }),
    table({
      name: 'places',
      columns: { id: 'integer', spot: 'point', shape: 'geometry', opens: 'time without time zone' },
    }),
  ],
  enums: [{ namespace: 'public', name: 'order_status', labels: ['new', 'paid', 'shipped'] }],
  domains: [{ namespace: 'public', name: 'email_address', baseType: 'text' }],
  functions: [
    {
      namespace: 'public',
      name: 'net_price',
      kind: 'scalar',
      argumentTypes: ['numeric', 'integer'],
      requiredArguments: 1,
      isVariadic: false,
      resultType: 'numeric',
      outputColumns: [],
      comment: null,
    },
    {
      namespace: 'public',
      name: 'orders_of',
      kind: 'set',
      argumentTypes: ['integer'],
      requiredArguments: 1,
      isVariadic: false,
      resultType: 'record',
      outputColumns: ['order_id', 'total'],
      comment: null,
    },
  ],
};
