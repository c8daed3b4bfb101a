import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { must } from '../../src/platform/assert.ts';
import { Referee } from './referee.ts';
import { readSuite } from './suite.ts';

/** The samples' own test (`src/schema/samples.test.ts`) does the same with theirs. */
const SUITES = [
  'models/eval/suites/development.json',
  'e2e/questions/shop.json',
  'e2e/questions/unseen.json',
  'e2e/questions/examples.json',
];

/** Queries that answer another question than the one asked. */
const withDistractors = v.object({ cases: v.array(v.object({ id: v.string(), distractors: v.array(v.string()) })) });

describe.each(SUITES)('%s', (path) => {
  const { scripts, cases } = readSuite(path);
  const distractors = v.parse(withDistractors, JSON.parse(readFileSync(path, 'utf8')));

  it.each([...scripts])(
    'its reference queries over %s run, and what is beside the question does not pass',
    async (name, script) => {
      const referee = await Referee.open(script);
      for (const entry of cases.filter(({ schema }) => schema === name)) {
        for (const gold of entry.gold) expect(await referee.judge(entry, gold), `${entry.id}: ${gold}`).toBe('right');
        const wrong = must(
          distractors.cases.find(({ id }) => id === entry.id),
          entry.id,
        ).distractors;
        for (const sql of wrong) expect(await referee.judge(entry, sql), `${entry.id}: ${sql}`).toBe('wrong');
      }
    },
  );
});
