import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeRuntime } from '../../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../../workers/database/start-parameters.ts';
import { previewTabular } from '../preview.ts';
import { importAll, importOne, type Postgres, typeOf } from '../testing/import-file.ts';
import { fileOf } from '../testing/preview-text.ts';

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

describe('JSON', () => {
  test('a list of objects with differing keys; numbers keep their digits, nested values stay whole', async () => {
    const { table, rows } = await importOne(
      database,
      'users.json',
      `[{"id": 12345678901234567890123, "zip": "007", "tags": ["a", {"b": 1.10}], "at": "2024-01-01T00:00:00Z"},
        {"zip": "12345", "id": 2, "more": {"x": null}, "ok": true, "n": "12"}, {"n": null, "tags": "none"}]`,
    );
    expect(table.columns.map(({ name, type }) => [name, type.kind])).toEqual([
      ['id', 'numeric'],
      ['zip', 'text'],
      ['tags', 'jsonb'],
      ['at', 'timestamptz'],
      ['more', 'jsonb'],
      ['ok', 'boolean'],
      ['n', 'text'],
    ]);
    expect(rows).toEqual([
      ['12345678901234567890123', '007', '["a", {"b": 1.10}]', '2024-01-01 00:00:00+00', null, null, null],
      ['2', '12345', null, null, '{"x": null}', 'true', '12'],
      [null, null, '"none"', null, null, null, null],
    ]);
  });

  test('an object of lists is a table for each', async () => {
    const imported = await importAll(
      database,
      'shop.json',
      '{"Users": [{"id": 1}], "total": 5, "orders": [{"id": 1, "userId": 1}, {"id": 2}], "none": []}',
    );
    expect(imported.map(({ table, rows }) => [table.name, table.columns.map(({ name }) => name), rows])).toEqual([
      ['users', ['id'], [['1']]],
      [
        'orders',
        ['id', 'user_id'],
        [
          ['1', '1'],
          ['2', null],
        ],
      ],
    ]);
    const preview = await previewTabular(fileOf('shop.json', '{"a": [{"b": 1}], "total": 5, "x": {}}'));
    expect(preview.warnings).toEqual([{ message: '“total”, “x” are no lists of rows and were left out.' }]);
  });

  test('an object of objects gives each a row with its key', async () => {
    const { table, rows } = await importOne(
      database,
      'by-code.json',
      '{"PT": {"name": "Portugal", "key": 1}, "DE": {"name": "Germany"}}',
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['key', 'name', 'key_2']);
    expect(rows).toEqual([
      ['PT', 'Portugal', '1'],
      ['DE', 'Germany', null],
    ]);
  });

  test('lists of lists, with and without a header', async () => {
    const named = await importOne(database, 'x.json', '[["id", "name"], [1, "Ana"], [2, null]]');
    expect(named.table.columns.map(({ name }) => name)).toEqual(['id', 'name']);
    expect(named.rows).toEqual([
      ['1', 'Ana'],
      ['2', null],
    ]);
    const plain = await importOne(database, 'x.json', '[[1, "Ana"], [2, "Bo", true]]');
    expect(plain.table.columns.map(({ name }) => name)).toEqual(['column_1', 'column_2', 'column_3']);
    expect(plain.rows).toHaveLength(2);
  });

  test('a value a line, where one that cannot be read is reported', async () => {
    const content = '{"id": 1}\n{"id": 2, "name": "x"}\n\n{"id": 3, "na\n{"id": 4}\n';
    const { rows } = await importOne(database, 'log.ndjson', content);
    expect(rows).toEqual([
      ['1', null],
      ['2', 'x'],
      ['4', null],
    ]);
    const { warnings, reading } = await previewTabular(fileOf('log.json', content));
    expect(reading.format).toBe('ndjson');
    expect(warnings).toEqual([{ message: expect.stringContaining('Left out'), line: 4 }]);
  });

  test('a broken line takes no other with it, and no column is made for it', async () => {
    const content = '{"id":1}\n{"id":2\n{"id":3}\n{"id":4}\n{"id":5,"a":"x}\n{"id":6}';
    const { rows, table } = await importOne(database, 'ev.ndjson', content);
    expect(table.columns.map(({ name }) => name)).toEqual(['id']);
    expect(rows).toEqual([['1'], ['3'], ['4'], ['6']]);
    const { warnings } = await previewTabular(fileOf('ev.ndjson', content));
    expect(warnings).toEqual([
      { message: expect.stringContaining('ends where “}” should follow (line 2, 8 characters in)'), line: 2 },
      { message: expect.stringContaining('ends where the end of a text should follow (line 5'), line: 5 },
    ]);
    const { rows: afterFirst } = await importOne(database, 'ev.jsonl', '{"id":1\r\n{"id":2}\r\n{"id":3}\r\n');
    expect(afterFirst).toEqual([['2'], ['3']]);
  });

  test('objects printed over several lines, one after the other', async () => {
    const good = '{\n  "id": 1,\n  "of": [\n    {"a": 1}\n  ]\n}\n';
    const { rows } = await importOne(database, 'x.jsonl', `${good}{\n  "id": 2,\n  "of": x\n}\n${good}`);
    expect(rows).toEqual([
      ['1', '[{"a": 1}]'],
      ['1', '[{"a": 1}]'],
    ]);
    const mixed = await importOne(database, 'x.ndjson', '{"id": 1}\n{\n  "id": 2\n}\n{"id": 3}');
    expect(mixed.rows).toEqual([['1'], ['2'], ['3']]);
  });

  test('one object, one value', async () => {
    expect((await importOne(database, 'x.json', '{"id": 1, "of": {"a": 1}}')).rows).toEqual([['1', '{"a": 1}']]);
    expect((await importOne(database, 'x.json', '[1, 2]')).rows).toEqual([['1'], ['2']]);
  });

  test('what Postgres cannot hold is reported and not sent', async () => {
    const { rows, report, table } = await importOne(
      database,
      'x.json',
      String.raw`[{"t": "a\u0000b", "j": {"x": "\u0000"}}, {"t": "\ud800", "j": {}}]`,
    );
    expect(typeOf(table)).toEqual(['text', 'text']);
    expect(rows).toEqual([
      [null, String.raw`{"x": "\u0000"}`],
      [null, '{}'],
    ]);
    expect(report).toMatchObject({ rowCount: 2, misfitCount: 2 });
  });

  test.each([
    ['[{"a": 1}, {"a":', 'ends where', 1],
    ['[{"a": 1},\n {"a" 2}]', 'has “2” where “:” should be', 2],
    ['{"a": 1} x', 'the end of the file', 1],
    [`[${'['.repeat(200)}${']'.repeat(200)}]`, 'nested more than 100', 1],
    ["[{'a': 1}]", 'a key in quotes', 1],
  ])('%s', async (content, message, line) => {
    await expect(previewTabular(fileOf('x.json', content))).rejects.toMatchObject({
      message: expect.stringContaining(message),
      details: { line },
    });
  });
});
