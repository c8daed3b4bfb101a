import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptedByXGrammar } from '../../bench/support/accepted-by-xgrammar.ts';
import type { Column, Schema } from '../schema/model.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import { makeColumn, makeTable } from './testing/make-schema.ts';
import { namesInQuery } from './testing/names-in-query.ts';

const MOOD = ['sad', 'ok', "can't say"];

function column(name: string, type: string, allowedValues: readonly string[] = []): Column {
  return { ...makeColumn(name, type.endsWith('[]') ? 'other' : 'text'), type, allowedValues };
}

/** A CHECK list, an enum, a domain over it and arrays of both. */
const SCHEMA: Schema = {
  tables: [
    {
      ...makeTable({ name: 'tickets', columns: { id: 'integer', note: 'text' } }),
      columns: [
        ...makeTable({ name: 'tickets', columns: { id: 'integer', note: 'text' } }).columns,
        column('state', 'text', ['new', 'done']),
        column('mood', 'sales.mood', MOOD),
        column('guess', 'feeling', MOOD),
        column('moods', 'sales.mood[]'),
        column('guesses', 'feeling[]'),
        column('tags', 'text[]'),
      ],
    },
  ],
  enums: [{ namespace: 'sales', name: 'mood', labels: MOOD }],
  domains: [{ namespace: 'public', name: 'feeling', baseType: 'sales.mood' }],
  functions: [],
};
const grammar = buildGrammar(SCHEMA);
const where = (condition: string) => `SELECT * FROM tickets WHERE ${condition}`;

const TAKEN = [
  "tickets.state = 'new'",
  "tickets.state <> 'done'::text",
  "tickets.mood >= 'can''t say'",
  "tickets.state IN ('new', 'done')",
  "tickets.state NOT IN ('new', tickets.note, LOWER('X'))",
  "tickets.mood IN ('sad'::sales.mood)",
  "tickets.mood BETWEEN 'sad' AND 'ok'",
  "tickets.mood IS DISTINCT FROM 'ok'",
  'tickets.mood IS NOT DISTINCT FROM tickets.guess',
  "tickets.guess = 'ok'::feeling",
  "tickets.state LIKE 'n%'",
  "tickets.state ~ '^n'",
  'tickets.state IS NULL',
  'tickets.state = tickets.note',
  "tickets.state = CASE WHEN TRUE THEN 'new' END",
  'tickets.mood IN (SELECT tickets.mood FROM tickets)',
  'tickets.mood = ANY (tickets.moods)',
  "tickets.state = ANY (STRING_TO_ARRAY('a b', ' '))",
  'tickets.mood = ANY (ARRAY[tickets.guess, tickets.mood])',
  'tickets.mood <> ALL (SELECT tickets.mood FROM tickets)',
  "CASE tickets.mood WHEN 'sad' THEN 1 WHEN 'ok' THEN 2 ELSE 3 END = 1",
  "CASE tickets.note WHEN 'anything' THEN TRUE END",
  "CASE (tickets.state || 'x') WHEN 'anything' THEN TRUE END",
  "'sad'::sales.mood = ANY (tickets.moods)",
  "'ok'::feeling < tickets.mood",
  "tickets.moods = ARRAY['sad', 'ok']::sales.mood[]",
  "tickets.moods @> ARRAY['sad'::sales.mood]",
  "tickets.guesses && ARRAY['can''t say']::feeling[]",
  'tickets.moods && tickets.guesses',
  "tickets.moods[1] = 'sad'",
  "tickets.moods = ARRAY['sad'::sales.mood, tickets.mood, NULL]::sales.mood[]",
  "tickets.mood > ALL (ARRAY['sad', 'ok']::sales.mood[])",
  "tickets.state = ANY (ARRAY['new', tickets.note])",
  "'anything'::text::sales.mood IS NULL",
  'tickets.moods = ARRAY[]::sales.mood[]',
  "'anything' = ANY (tickets.tags)",
  "'anything' = ANY (tickets.moods::text[])",
  "'anything' IN ('x', tickets.note)",
  "'anything' = 'other'",
  "'2024-01-01'::date BETWEEN NOW() AND NOW()",
  "LOWER(tickets.state) = 'anything'",
  "tickets.state || 'x' = 'anything'",
  "tickets.mood::text = 'anything'",
  "tickets.note = 'anything'",
  "'anything'::text = ANY (ARRAY[tickets.note])",
];

const REFUSED = [
  "tickets.state = 'New'",
  "tickets.state <> ''",
  "tickets.state IN ('new', 'lost')",
  "tickets.state NOT IN ('lost')",
  "tickets.state = 'new' || 'x'",
  "tickets.mood > 'lost'",
  "tickets.mood BETWEEN 'sad' AND 'lost'",
  "tickets.mood IS DISTINCT FROM 'lost'",
  "tickets.mood = 'lost'::sales.mood",
  "tickets.mood IN ('lost'::sales.mood)",
  "tickets.guess = 'lost'::feeling",
  "tickets.state = ANY (ARRAY['lost'])",
  "tickets.mood <> ALL ('{lost}')",
  "tickets.mood > ALL (ARRAY['sad', 'lost']::sales.mood[])",
  "ARRAY['lost', tickets.mood]::sales.mood[] IS NULL",
  "tickets.mood = ANY ('{lost}'::sales.mood[])",
  "'lost' = tickets.state",
  "'lost'::text = tickets.state",
  "'lost' = LOWER(tickets.state)",
  "'lost' IS DISTINCT FROM tickets.state",
  "'lost' IN (tickets.state)",
  "'lost' = ANY (tickets.moods)",
  "CASE tickets.state WHEN 'lost' THEN TRUE END",
  "CASE tickets.mood WHEN 'sad' THEN TRUE WHEN 'lost' THEN FALSE END",
  "tickets.moods = '{lost}'",
  "tickets.moods @> '{lost}'",
  "tickets.moods && ARRAY['lost']::sales.mood[]",
  "tickets.moods[1] = 'lost'",
  "'lost'::sales.mood = ANY (tickets.moods)",
  "'lost'::feeling IS NULL",
  "'{lost}'::sales.mood[] IS NULL",
  "ARRAY['sad', 'lost']::feeling[] IS NULL",
];

beforeAll(loadModule);

describe('a column that takes a few texts', () => {
  test.each(TAKEN)('allows %s', (condition) => {
    expect(accepts(grammar, where(condition))).toEqual({ ok: true });
    expect(() => namesInQuery(where(condition))).not.toThrow();
  });

  test.each(REFUSED)('refuses %s', (condition) => {
    expect(accepts(grammar, where(condition)).ok).toBe(false);
    expect(() => namesInQuery(where(condition))).not.toThrow();
  });

  test('xgrammar does the same', async () => {
    const allowed = TAKEN.map(where);
    expect(await acceptedByXGrammar(grammar, [...allowed, ...REFUSED.map(where)])).toEqual(allowed);
  });
});

test('a list that cannot be written holds nobody to it', () => {
  const long = Array.from({ length: 41 }, (_, index) => `m${index}`);
  for (const labels of [long, ['two\nlines'], ['x'.repeat(61)]]) {
    const schema: Schema = {
      ...SCHEMA,
      tables: SCHEMA.tables.map((table) => ({
        ...table,
        columns: table.columns.map((each) => (each.name === 'mood' ? { ...each, allowedValues: labels } : each)),
      })),
      enums: [{ namespace: 'sales', name: 'mood', labels }],
    };
    const free = buildGrammar(schema);
    for (const condition of ["tickets.mood = 'lost'", "'lost'::sales.mood IS NULL", "tickets.moods = '{lost}'"]) {
      expect(accepts(free, where(condition)), condition).toEqual({ ok: true });
    }
  }
});
