import { describe, expect, test } from 'vitest';
import { accepts, END_OF_TEXT } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import {
  charClass,
  charClassExcept,
  choice,
  createGrammar,
  type GrammarNode,
  oneOrMore,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';
import { SHOP } from './testing/example-schemas.ts';
import { foreignKey, makeSchema } from './testing/make-schema.ts';

function grammarOf(body: GrammarNode, ...rules: Rule[]) {
  return createGrammar('root', [rule('root', body), ...rules]);
}

describe('accepts', () => {
  test('takes the whole text and nothing less', () => {
    const grammar = grammarOf(sequence('ab', optional('c')));
    expect(accepts(grammar, 'ab')).toEqual({ ok: true });
    expect(accepts(grammar, 'abc')).toEqual({ ok: true });
    expect(accepts(grammar, 'a')).toEqual({ ok: false, position: 1, expected: ['ab'] });
    expect(accepts(grammar, 'abd')).toEqual({ ok: false, position: 2, expected: ['c', END_OF_TEXT] });
  });

  test('repeats', () => {
    const grammar = grammarOf(sequence('<', zeroOrMore(charClass('a-c')), oneOrMore('x', optional('y')), '>'));
    for (const text of ['<x>', '<abcabcx>', '<xxyx>', '<axy>']) expect(accepts(grammar, text).ok, text).toBe(true);
    for (const text of ['<>', '<yx>', '<xa>', '<xyy>']) expect(accepts(grammar, text).ok, text).toBe(false);
  });

  test('finds the one reading of many', () => {
    // Each `a` may be read alone or with the next, and any end of the text may be the list's.
    const grammar = grammarOf(
      sequence(oneOrMore(choice('a', 'aa', reference('list'))), 'b'),
      rule('list', oneOrMore('a')),
    );
    expect(accepts(grammar, `${'a'.repeat(200)}b`)).toEqual({ ok: true });
    expect(accepts(grammar, 'a'.repeat(200))).toMatchObject({ ok: false, position: 200 });
  });

  test('handles rules that match nothing, and rules that begin with themselves', () => {
    const grammar = grammarOf(
      sequence(reference('nothing'), reference('sum'), reference('nothing')),
      rule('nothing', optional(reference('blank')), optional(' ')),
      rule('blank', zeroOrMore('_')),
      rule('sum', choice('1', sequence(reference('sum'), '+', reference('sum')))),
    );
    for (const text of ['1', '1+1+1', '__1+1 ']) expect(accepts(grammar, text).ok, text).toBe(true);
    for (const text of ['', '+1', '1+', ' _1']) expect(accepts(grammar, text).ok, text).toBe(false);
  });

  test('counts a character outside the basic plane as one', () => {
    const grammar = grammarOf(sequence(charClassExcept('a-z'), 'é\u{1F600}!'));
    expect(accepts(grammar, '\u{1F64F}é\u{1F600}!')).toEqual({ ok: true });
    // The two differ in their second half alone; the position is where the character begins.
    expect(accepts(grammar, '\u{1F64F}é\u{1F601}!')).toMatchObject({ ok: false, position: 3 });
    expect(accepts(grammar, 'x')).toEqual({ ok: false, position: 0, expected: ['[^a-z]'] });
  });

  test('nesting costs no stack', () => {
    const grammar = grammarOf(
      reference('nested'),
      rule('nested', choice('x', sequence('(', reference('nested'), ')'))),
    );
    const depth = 5_000;
    expect(accepts(grammar, `${'('.repeat(depth)}x${')'.repeat(depth)}`)).toEqual({ ok: true });
  });
});

describe('accepts with the grammar of a schema', () => {
  const grammar = buildGrammar(SHOP);

  test('says where a query goes wrong and what could stand there', () => {
    const sql = 'SELECT customers.phone FROM customers';
    const result = accepts(grammar, sql);
    expect(result).toMatchObject({ ok: false, position: sql.indexOf('phone') });
    expect(!result.ok && result.expected).toEqual(expect.arrayContaining(['name', 'email']));
    expect(!result.ok && result.expected).not.toContain('price');
  });

  test('an unfinished query fails at its end', () => {
    const sql = 'SELECT customers.name FROM customers WHERE';
    expect(accepts(grammar, sql)).toMatchObject({ ok: false, position: sql.length, expected: [' NOT', ' '] });
  });

  test('is quick for a long query on fifty tables', () => {
    const names = Array.from({ length: 50 }, (_, index) => `table_${index}_entries`);
    const large = buildGrammar(
      makeSchema(
        names.map((name, index) => ({
          name,
          columns: {
            id: 'integer',
            parent_id: 'integer',
            label: 'text',
            amount: 'number',
            made_at: 'timestamp',
            note: 'text',
            kind: 'other',
          },
          foreignKeys: index === 0 ? [] : [foreignKey('parent_id', names[index >> 1] ?? '', 'id')],
        })),
      ),
    );
    const condition = `(table_7_entries.label LIKE 'a%' OR table_7_entries.amount * 2 > (SELECT AVG(table_9_entries.amount) FROM table_9_entries))`;
    const sql = `SELECT table_7_entries.label, COUNT(*) AS entry_count FROM table_7_entries JOIN table_3_entries ON table_7_entries.parent_id = table_3_entries.id WHERE ${condition} AND ${condition} AND ${condition} GROUP BY table_7_entries.label ORDER BY entry_count DESC LIMIT 5`;
    expect(sql.length).toBeGreaterThan(500);
    expect(accepts(large, sql)).toEqual({ ok: true });
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      accepts(large, sql);
      return performance.now() - start;
    });
    // The best of several, since a busy machine can only make them longer. About 2 ms on an idle one.
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
