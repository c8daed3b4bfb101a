/** What Postgres holds after CREATE TABLE and COPY is what the file held. */
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../workers/database/start-parameters.ts';
import { must } from '../platform/assert.ts';
import { previewTabular } from './preview.ts';
import type { TablePreview } from './preview-model.ts';
import { importOne, type Postgres, typeOf } from './testing/import-file.ts';
import { fileOf } from './testing/preview-text.ts';
import { toCopy } from './to-copy.ts';
import type { ColumnType } from './types/column-type.ts';

let postgres: PGlite;
let database: Postgres;

beforeAll(async () => {
  const { dataDirectory } = await nodeRuntime();
  postgres = await PGlite.create({
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
  });
  database = {
    run: async (sql) => await postgres.exec(sql),
    copy: async (statement, text) =>
      await postgres.query(statement.replace(/STDIN$/, `'/dev/blob'`), [], { blob: new Blob([text]) }),
    rows: async (sql) => (await postgres.query<(string | null)[]>(sql, [], { rowMode: 'array' })).rows,
  };
  return async () => await postgres.close();
});

test('each type arrives as it was meant', async () => {
  const { table, rows, report } = await importOne(
    database,
    'x.csv',
    [
      'int;big;num;eu;day;at;zoned;time;flag;id;doc;text',
      '1;9007199254740993;0.10;1.234,5;31.01.2024;1/31/2024 1:45 PM;2024-01-31T10:00:00+02:00;9:05;yes;550E8400-e29b-41d4-a716-446655440000;"{""b"": 12345678901234567890}";"a\\tb ""c""\nd\te"',
      '-7;1;2;7,25;01.02.2024;2/1/2024 12:00 AM;2024-01-31T10:00:00.5Z;23:59:59;no;550e8400-e29b-41d4-a716-446655440001;[1];""',
      ';;;;;;;;;;;',
    ].join('\n'),
  );
  expect(typeOf(table)).toEqual([
    'integer',
    'bigint',
    'numeric',
    'numeric',
    'date',
    'timestamp',
    'timestamptz',
    'time',
    'boolean',
    'uuid',
    'jsonb',
    'text',
  ]);
  expect(rows).toEqual([
    [
      '1',
      '9007199254740993',
      '0.10',
      '1234.5',
      '2024-01-31',
      '2024-01-31 13:45:00',
      '2024-01-31 08:00:00+00',
      '09:05:00',
      'true',
      '550e8400-e29b-41d4-a716-446655440000',
      '{"b": 12345678901234567890}',
      'a\\tb "c"\nd\te',
    ],
    [
      '-7',
      '1',
      '2',
      '7.25',
      '2024-02-01',
      '2024-02-01 00:00:00',
      '2024-01-31 10:00:00.5+00',
      '23:59:59',
      'false',
      '550e8400-e29b-41d4-a716-446655440001',
      '[1]',
      '',
    ],
    Array.from({ length: 12 }, () => null),
  ]);
  expect(report).toEqual({ rowCount: 3, misfitCount: 0, misfits: [] });
});

test('names, comments and NOT NULL', async () => {
  const file = fileOf('Order Lines.csv', 'Order ID,select,Preço\n1,a,\n2,b,1.5\n');
  const preview = await previewTabular(file);
  const copy = toCopy(file, preview.reading, must(preview.tables[0], 'a table'));
  expect(copy.createTable).toBe(
    [
      'CREATE TABLE order_lines (',
      '  order_id integer NOT NULL,',
      '  "select" text NOT NULL,',
      '  preco numeric',
      ');',
      `COMMENT ON TABLE order_lines IS 'Order Lines';`,
      `COMMENT ON COLUMN order_lines.order_id IS 'Order ID';`,
      `COMMENT ON COLUMN order_lines.preco IS 'Preço';`,
    ].join('\n'),
  );
  expect(copy.copyStatement).toBe('COPY order_lines (order_id, "select", preco) FROM STDIN');
});

describe('what a person chose', () => {
  const withType = (type: ColumnType) => (table: TablePreview) => ({
    ...table,
    columns: table.columns.map((column, index) => (index === 1 ? { ...column, type } : column)),
  });

  test('cells that do not fit are NULL, and named with their line', async () => {
    const { rows, report } = await importOne(database, 'x.csv', 'id,price\n1,1.50\n2,"ask\nus"\n3,2\n4,-\n', {
      change: withType({ kind: 'numeric', decimalMark: '.' }),
    });
    expect(rows.map((row) => row[1])).toEqual(['1.50', null, '2', null]);
    expect(report).toEqual({ rowCount: 4, misfitCount: 1, misfits: [{ line: 3, column: 'price', value: 'ask\nus' }] });
  });

  test('the order of day and month', async () => {
    const content = 'id,day\n1,01/02/2024\n2,03/04/2024\n';
    const change = withType({ kind: 'date', order: 'mdy' });
    expect((await importOne(database, 'x.csv', content, { change })).rows.map((row) => row[1])).toEqual([
      '2024-01-02',
      '2024-03-04',
    ]);
  });

  test('whole numbers that were written with a fraction, 0 and 1 as truth values', async () => {
    const floats = await importOne(database, 'x.csv', 'id,n\n1,3.0\n2,\n3,4.5\n', {
      change: withType({ kind: 'integer', decimalMark: '.' }),
    });
    expect(floats.rows.map((row) => row[1])).toEqual(['3', null, null]);
    expect(floats.report.misfits).toEqual([{ line: 4, column: 'n', value: '4.5' }]);
    const flags = await importOne(database, 'x.csv', 'id,n\n1,0\n2,1\n', { change: withType({ kind: 'boolean' }) });
    expect(flags.rows.map((row) => row[1])).toEqual(['false', 'true']);
  });

  test('names and columns', async () => {
    const { rows } = await importOne(database, 'x.csv', 'id,a,b\n1,x,y\n', {
      change: (table) => ({
        ...table,
        name: 'My "table"',
        columns: table.columns.map((column, index) => ({ ...column, name: `C ${index}`, isIncluded: index !== 1 })),
      }),
    });
    expect(rows).toEqual([['1', 'y']]);
  });
});

test('what Postgres itself writes as CSV comes back', async () => {
  await postgres.exec(`
    CREATE TABLE source AS SELECT i AS id, 'line' || chr(10) || i AS text, i / 3.0 AS number,
      timestamptz '2024-01-01 00:00Z' + i * interval '1 hour' AS at, nullif(i % 5, 0) AS gap,
      nullif(repeat('x', i % 3), '') AS maybe, repeat('"', i % 4) AS quotes, i % 2 = 0 AS flag, jsonb_build_object('i', i) AS doc
    FROM generate_series(1, 500) AS i;
    COPY source TO '/tmp/source.csv' (FORMAT csv, HEADER)`);
  const csv = await postgres.query<{ text: string }>(`SELECT pg_read_file('/tmp/source.csv') AS text`);
  const all = await postgres.query<(string | null)[]>(
    'SELECT id::text, text, number::text, at::text, gap::text, maybe, quotes, flag::text, doc::text FROM source ORDER BY source.id',
    [],
    { rowMode: 'array' },
  );
  const { rows, table } = await importOne(database, 'copied.csv', must(csv.rows[0], 'the file').text);
  expect(typeOf(table)).toEqual([
    'integer',
    'text',
    'numeric',
    'timestamptz',
    'integer',
    'text',
    'text',
    'boolean',
    'jsonb',
  ]);
  expect(rows).toEqual(all.rows);
});

describe('whatever the cells, Postgres takes them', () => {
  const cell = fc.oneof(
    fc.integer().map(String),
    fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
    fc.double({ noNaN: true }).map(String),
    fc.constantFrom(
      '1,234',
      '1.234',
      '1.234,5',
      '1,234.5',
      '-0',
      '.5',
      '007',
      '1e5',
      '12.0',
      '-',
      'NA',
      '',
      '\\N',
      '\\.',
      'NULL',
    ),
    fc
      .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
      .map((date) => date.toISOString()),
    fc.constantFrom(
      '2024-02-30',
      '31/12/2024',
      '12/31/2024',
      '01/02/2024',
      '1.2.2024',
      '2024-01-01 10:00',
      '10:00',
      '24:00',
    ),
    fc.constantFrom('true', 'f', 't', 'yes', 'no', 'y', 'N'),
    fc.uuid(),
    fc.json({ maxDepth: 2 }),
    fc.constantFrom(
      '{"a": "\\u0000"}',
      '["\\ud800"]',
      '["\\ud83d\\ude00"]',
      '[1e99999]',
      '\0',
      'a\0b',
      '\ud800',
      '\\',
      'a\\',
      '\\\\.',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  /** Mostly of one kind, so that columns get types. */
  const column = fc.oneof(
    fc.array(cell, { minLength: 3, maxLength: 3 }),
    fc.array(
      fc
        .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
        .map((date) => date.toISOString()),
      { minLength: 3, maxLength: 3 },
    ),
    fc.array(fc.oneof(fc.integer().map(String), fc.constantFrom('-', '1e5', '1.5', '12.0')), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.array(
      fc.json({ maxDepth: 2 }).map((json) => `{"a": ${json}}`),
      { minLength: 3, maxLength: 3 },
    ),
  );
  const columns = fc.array(column, { minLength: 1, maxLength: 4 });

  test('in CSV, and texts come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(columns, async (columns) => {
        const lines = [0, 1, 2].map((row) =>
          [`"r${row}"`, ...columns.map((cells) => `"${cells[row]?.replaceAll('"', '""')}"`)].join(','),
        );
        const header = ['key', ...columns.map((_, index) => `c${index}`)].join(',');
        const { table, rows, report } = await importOne(database, 'x.txt', `${header}\n${lines.join('\n')}\n`, {
          choices: { encoding: 'utf-8', hasHeader: true, delimiter: ',' },
        });
        expect(rows).toHaveLength(3);
        for (const [index, cells] of columns.entries()) {
          const kind = table.columns[index + 1]?.type.kind;
          const cannot = cells.filter((text) => text.includes('\0')).length;
          expect(report.misfits.filter((misfit) => misfit.column === `c${index}`)).toHaveLength(
            kind === 'text' ? cannot : 0,
          );
          if (kind !== 'text') continue;
          const held = cells.map((text) =>
            text.includes('\0') ? null : new TextDecoder().decode(new TextEncoder().encode(text)),
          );
          expect(rows.map((row) => row[index + 1])).toEqual(held);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), {
            maxKeys: 5,
            minKeys: 1,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (objects) => {
          const { rows, report } = await importOne(database, 'x.json', JSON.stringify(objects));
          expect(rows).toHaveLength(objects.length);
          expect(report.misfits.filter(({ value }) => !/[\0\p{Surrogate}]/u.test(value))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
