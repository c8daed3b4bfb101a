import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../../src/platform/assert.ts';
import { AppError } from '../../src/platform/errors.ts';
import { previewTabular } from '../../src/tabular/preview.ts';
import { nodeRuntime } from './node-runtime.ts';
import { PostgresDatabase } from './postgres.ts';

const database = new PostgresDatabase();

beforeAll(async () => await database.open(await nodeRuntime()));
afterAll(async () => await database.close());

/** What the worker is asked for a file whose preview nobody changed. */
async function requestFor(name: string, text: string) {
  const file = new Blob([text]);
  const { reading, tables } = await previewTabular({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return { name, file, reading, tables };
}

const silent = () => undefined;

it('makes a table of a file, with its rows', async () => {
  const text = `id,name,born\n${Array.from({ length: 5_000 }, (_, index) => `${index},"Ann, ${index}",2001-02-03`).join('\n')}`;
  const seen: number[] = [];
  const reports = await database.loadTables([await requestFor('people.csv', text)], ({ doneBytes }) =>
    seen.push(doneBytes),
  );
  expect(reports).toEqual([[{ rowCount: 5_000, misfitCount: 0, misfits: [] }]]);
  expect(seen.at(-1)).toBe(text.length);
  const { rows } = await database.runReadOnly('SELECT COUNT(*), MAX(name), MIN(born) FROM people', { rowLimit: 1 });
  expect(rows).toEqual([['5000', 'Ann, 999', '2001-02-03']]);
});

it('leaves nothing when it fails', async () => {
  const request = await requestFor('two.json', '{"first": [{"a": 1}], "second": [{"a": 1}]}');
  await database.loadTables([{ ...request, tables: [must(request.tables[1], 'the second')] }], silent);
  await expect(database.loadTables([request], silent)).rejects.toThrow(AppError);
  const { tables } = await database.introspect();
  expect(tables.map(({ name }) => name).sort()).toEqual(['people', 'second']);
});

it('takes several files, or none of them', async () => {
  const [cats, dogs] = [await requestFor('cats.csv', 'id\n1\n2\n'), await requestFor('dogs.csv', 'id\n1\n')];
  await expect(database.loadTables([cats, dogs, { ...cats, name: 'more.csv' }], silent)).rejects.toMatchObject({
    code: 'pg/42P07',
    message: expect.stringMatching(/^more\.csv: .*already exists/),
  });
  const seen: { doneBytes: number; totalBytes: number }[] = [];
  const report = await database.loadTables([cats, dogs], (progress) => seen.push(progress));
  expect(report.map((tables) => tables.map(({ rowCount }) => rowCount))).toEqual([[2], [1]]);
  expect(seen.map(({ doneBytes }) => doneBytes)).toEqual(seen.map(({ doneBytes }) => doneBytes).sort((a, b) => a - b));
  expect(seen.at(-1)).toEqual({ doneBytes: 12, totalBytes: 12 });
});

it('fills tables with sample rows', async () => {
  await database.applyScript(
    'CREATE TABLE parent (id serial PRIMARY KEY, email text UNIQUE); CREATE TABLE child (id serial PRIMARY KEY, parent_id int NOT NULL REFERENCES parent)',
    { dialect: 'postgres' },
    silent,
  );
  const report = await database.fillTables({ seed: 1, rows: 25 }, silent);
  expect(report.tables.map(({ name, putIn }) => [name, putIn])).toEqual([
    ['parent', 25],
    ['child', 25],
  ]);
  const { tables } = await database.introspect();
  expect(tables.find(({ name }) => name === 'child')?.rowCount).toBe(25);
});
