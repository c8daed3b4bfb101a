import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSuite } from './suite.ts';

const SAMPLES = 'models/eval/suites/samples.json';

const folder = mkdtempSync(join(tmpdir(), 'suite-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(schema: string): string {
  const path = join(folder, `${schema}.json`);
  const boats = { ddl: 'CREATE TABLE boats (id integer);', seed_rows: 'INSERT INTO boats VALUES (1);' };
  const entry = { id: 'a', schema, question: 'How many boats?', gold: ['SELECT count(*) FROM boats'], ordered: false };
  writeFileSync(path, JSON.stringify({ suite: 'harbour', schemas: { boats }, cases: [entry] }));
  return path;
}

it('reads scripts and cases', () => {
  const { name, scripts, cases } = readSuite(written('boats'));
  expect(name).toBe('harbour');
  expect(scripts.get('boats')).toBe('CREATE TABLE boats (id integer);\nINSERT INTO boats VALUES (1);');
  expect(cases.map(({ question }) => question)).toEqual(['How many boats?']);
});

it('asks the same cases in another language', () => {
  const english = readSuite(SAMPLES);
  const portuguese = readSuite(SAMPLES, 'pt');
  expect(portuguese.name).toBe('samples, pt');
  expect(portuguese.cases.map(({ id, gold }) => ({ id, gold }))).toEqual(
    english.cases.map(({ id, gold }) => ({ id, gold })),
  );
  expect(portuguese.cases[0]?.question).toBe('Quantos pedidos foram feitos em 2024?');
});

it('refuses a case without a schema, and a language that a suite does not have', () => {
  expect(() => readSuite(written('ships'))).toThrow('case a names no schema of the file');
  expect(() => readSuite(written('boats'), 'pt')).toThrow('case a has no question in Portuguese');
});
