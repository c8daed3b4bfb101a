import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ResultRows, sameAnswer } from '../../models/eval/compare-rows.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';
import type { StatementReport } from '../database/contract.ts';
import { must } from '../platform/assert.ts';
import type { Schema } from './model.ts';
import { tableName } from './names.ts';
import { SAMPLES } from './samples.ts';
import { SAMPLE_CONTRADICTIONS } from './testing/sample-contradictions.ts';

/** Bytes of one sample: it is fetched before the page can be used. */
const MAX_SCRIPT_BYTES = 80_000;
/** More rows than any table of a sample has. */
const ROW_LIMIT = 1_000;

const SUITE = new URL('../../models/eval/suites/samples.json', import.meta.url);
const gradedCase = v.object({
  id: v.string(),
  schema: v.string(),
  difficulty: v.picklist(['simple', 'intermediate', 'hard']),
  question: v.string(),
  question_pt: v.string(),
  gold: v.pipe(v.array(v.string()), v.minLength(1)),
  ordered: v.boolean(),
  distractors: v.pipe(v.array(v.string()), v.minLength(1)),
});
const { cases } = v.parse(v.object({ cases: v.array(gradedCase) }), JSON.parse(await readFile(SUITE, 'utf8')));

const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime());
  return async () => await database.close();
});

it('every graded question is about a sample and has its own name', () => {
  expect(new Set(cases.map(({ schema }) => schema))).toEqual(new Set(SAMPLES.map(({ id }) => id)));
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

describe.each(SAMPLES)('sample $id', ({ id, file, graded }) => {
  const asked = cases.filter(({ schema }) => schema === id);
  let script: string;
  let schema: Schema;
  let report: readonly StatementReport[];

  beforeAll(async () => {
    script = await readFile(new URL(`../../public/samples/${file}`, import.meta.url), 'utf8');
    await apply('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    report = await apply(script);
    schema = await database.introspect();
  });

  it('is small and applies whole', () => {
    expect(new TextEncoder().encode(script).length).toBeLessThan(MAX_SCRIPT_BYTES);
    expect(report.filter(({ outcome }) => outcome.kind !== 'applied')).toEqual([]);
  });

  it('has keys, foreign keys and a comment on every table and view', () => {
    for (const table of schema.tables) {
      expect(table.comment, table.name).not.toBeNull();
      if (table.kind === 'table') expect(table.primaryKey, table.name).not.toEqual([]);
    }
    expect(schema.tables.some(({ foreignKeys }) => foreignKeys.length > 1)).toBe(true);
  });

  it.each(Object.entries(must(SAMPLE_CONTRADICTIONS[id], id)))('has no %s', async (_, sql) => {
    expect(await rows(sql)).toEqual([]);
  });

  it('shows its graded questions as the evaluation suite has them: three simple, three intermediate, two hard', async () => {
    const questions = await graded();
    expect(questions).toEqual(
      asked.map(({ difficulty, question, question_pt }) => ({ level: difficulty, en: question, pt: question_pt })),
    );
    expect(questions.map(({ level }) => level)).toEqual([
      ...Array<string>(3).fill('simple'),
      ...Array<string>(3).fill('intermediate'),
      ...Array<string>(2).fill('hard'),
    ]);
  });

  it.each(asked)('$id: $question', async ({ gold, distractors, ordered }) => {
    const everything = await Promise.all(schema.tables.map((table) => rows(`SELECT * FROM ${tableName(table)}`)));
    for (const sql of gold) {
      const answer = await rows(sql);
      expect(answer).not.toEqual([]);
      for (const all of everything) expect(sameAnswer(answer, all, { ordered: false })).toBe(false);
      for (const distractor of distractors) {
        expect(sameAnswer(answer, await rows(distractor), { ordered }), distractor).toBe(false);
      }
    }
  });
});

async function apply(sql: string): Promise<readonly StatementReport[]> {
  const { statements } = await database.applyScript(sql, { dialect: 'postgres' }, () => undefined);
  return statements;
}

async function rows(sql: string): Promise<ResultRows> {
  return (await database.runReadOnly(sql, { rowLimit: ROW_LIMIT })).rows;
}
