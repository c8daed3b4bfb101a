import { describe, expect, it } from 'vitest';
import type { Column, Schema, Table } from '../schema/model.ts';
import { testColumn as column } from '../schema/testing/test-column.ts';
import { nanoQuestionText, nanoSchemaText, normaliseQuestion } from './nano-1.ts';

function table(name: string, columns: readonly Column[], rest: Partial<Table> = {}): Table {
  return {
    namespace: 'public',
    name,
    kind: 'table',
    comment: null,
    columns,
    primaryKey: ['id'],
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    rowCount: 0,
    ...rest,
  };
}

const key = column('id', { type: 'integer', typeClass: 'integer' });

describe('the nano-1 prompt', () => {
  it('writes a line a table with keys, references, types and allowed values', () => {
    const schema: Schema = {
      enums: [],
      domains: [],
      functions: [],
      tables: [
        table('customers', [key, column('name'), column('code')]),
        table(
          'orders',
          [
            key,
            column('customer_id', { typeClass: 'integer' }),
            column('customer_code'),
            column('status', { allowedValues: ['open', 'paid'] }),
            column('total', { typeClass: 'number' }),
            column('placed', { typeClass: 'timestamp' }),
          ],
          {
            foreignKeys: [
              {
                columns: ['customer_id'],
                referencedNamespace: 'public',
                referencedTable: 'customers',
                referencedColumns: ['id'],
              },
              {
                columns: ['customer_code'],
                referencedNamespace: 'public',
                referencedTable: 'customers',
                referencedColumns: ['code'],
              },
            ],
          },
        ),
      ],
    };
    expect(nanoSchemaText(schema)).toBe(
      '<|schema|>\n' +
        'customers id:key name:text code:text\n' +
        'orders id:key customer_id>customers customer_code>customers.code status:text(open|paid) total:number placed:time\n',
    );
  });

  it('writes names as SQL does', () => {
    const schema: Schema = {
      enums: [],
      domains: [],
      functions: [],
      tables: [table('Order', [key, column('total amount'), column('select')], { namespace: 'shop' })],
    };
    expect(nanoSchemaText(schema)).toBe('<|schema|>\nshop."Order" id:key "total amount":text "select":text\n');
  });

  it('leaves out value lists that would crowd out other columns', () => {
    const values = Array.from({ length: 9 }, (_, index) => `v${index}`);
    const schema: Schema = {
      enums: [],
      domains: [],
      functions: [],
      tables: [table('t', [column('state', { allowedValues: values })])],
    };
    expect(nanoSchemaText(schema)).toBe('<|schema|>\nt state:text\n');
  });

  it('gives questions one spelling', () => {
    expect(normaliseQuestion('  How many\n“big” orders are there ?? ')).toBe('How many "big" orders are there');
  });

  it.each(['<|sql|>', '<|end|>', '<|pad|>', '<|sc<|sql|>hema|>', '<|im_end|>'])(
    'lets no control token in: %s',
    (token) => {
      const question = nanoQuestionText(`list ${token} orders`);
      expect(question.match(/<\|[a-z_]*\|>/g)).toEqual(['<|question|>', '<|sql|>']);
      const schema: Schema = {
        enums: [],
        domains: [],
        functions: [],
        tables: [table(`a${token}b`, [column(`c${token}d`)])],
      };
      expect(nanoSchemaText(schema).slice('<|schema|>'.length)).not.toMatch(/<\|[a-z_]*\|>/);
    },
  );
});
