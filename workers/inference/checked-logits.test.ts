import { describe, expect, it } from 'vitest';
import { byteLevelText } from '../../models/format/byte-level.ts';
import { createChecker } from '../../src/checker/check.ts';
import { SHOP } from '../../src/grammar/testing/example-schemas.ts';
import { must } from '../../src/platform/assert.ts';
import { CheckedLogits, JUDGED_TOKENS, PENALTY } from './checked-logits.ts';
import { byteLevelTokens } from './checked-logits-tokens.ts';

const STOP = '<|im_end|>';
const ACCENT = byteLevelText('é');
/** As the vocabulary spells them. */
const VOCABULARY: readonly string[] = [
  STOP,
  '<|image_pad|>',
  '',
  ...[...ACCENT],
  ...[
    'SELECT customers.name FROM orders',
    'SELECT orders.id FROM orders WHERE ',
    ' WHERE',
    ' JOIN customers ON TRUE',
    'orders.id',
    'customers.name',
    'cust',
    "orders.status = '",
    "' AND ",
    ' = 1',
    ...Array.from({ length: JUDGED_TOKENS }, (_, index) => `customers.id + ${index}`),
  ].map(byteLevelText),
];
const MASKED = Number.NEGATIVE_INFINITY;

function idOf(token: string): number {
  const id = VOCABULARY.indexOf(token === STOP || token === '<|image_pad|>' ? token : byteLevelText(token));
  return must(VOCABULARY[id] === undefined ? undefined : id, `the token ${token}`);
}

function processor(...taken: readonly string[]): CheckedLogits {
  const logits = new CheckedLogits(
    createChecker(SHOP),
    byteLevelTokens((id) => VOCABULARY[id] ?? '', [idOf(STOP)]),
  );
  for (const token of taken) logits.processSampledToken(idOf(token));
  return logits;
}

/** By how much each of these tokens is lowered; the grammar allows no other. */
function lowered(logits: CheckedLogits, tokens: Readonly<Record<string, number>>): Record<string, number> {
  const before = new Float32Array(VOCABULARY.length).fill(MASKED);
  for (const [token, logit] of Object.entries(tokens)) before[idOf(token)] = logit;
  const after = logits.processLogits(before.slice());
  for (const [id, logit] of before.entries()) if (logit === MASKED) expect(after[id]).toBe(MASKED);
  return Object.fromEntries(
    Object.keys(tokens).map((token) => [token, (before[idOf(token)] ?? 0) - (after[idOf(token)] ?? 0)]),
  );
}

describe('CheckedLogits', () => {
  it('lowers what cannot become a query any more, and nothing else', () => {
    const logits = processor('SELECT orders.id FROM orders WHERE ');
    expect(lowered(logits, { 'customers.name': 5, 'orders.id': 2 })).toEqual({
      'customers.name': PENALTY,
      'orders.id': 0,
    });
  });

  it('lowers the end of a text that is no query yet', () => {
    const logits = processor('SELECT customers.name FROM orders');
    expect(lowered(logits, { [STOP]: 5, ' WHERE': 3, ' JOIN customers ON TRUE': 1 })).toEqual({
      [STOP]: PENALTY,
      ' WHERE': PENALTY,
      ' JOIN customers ON TRUE': 0,
    });
    logits.processSampledToken(idOf(' JOIN customers ON TRUE'));
    expect(lowered(logits, { [STOP]: 5, ' WHERE': 3 })).toEqual({ [STOP]: 0, ' WHERE': 0 });
  });

  it('leaves all as they are when all are rejected', () => {
    const logits = processor('SELECT orders.id FROM orders WHERE ');
    expect(lowered(logits, { 'customers.name': 5, cust: 2 })).toEqual({ 'customers.name': 0, cust: 0 });
  });

  it('judges the likeliest alone', () => {
    const logits = processor('SELECT orders.id FROM orders WHERE ');
    const likelier = Array.from({ length: JUDGED_TOKENS - 1 }, (_, index) => [`customers.id + ${index}`, 9 + index]);
    const result = lowered(logits, { ...Object.fromEntries(likelier), 'orders.id': 2, 'customers.name': 1 });
    expect(result['customers.id + 3']).toBe(PENALTY);
    expect([result['orders.id'], result['customers.name']]).toEqual([0, 0]);
  });

  it('leaves tokens alone that stand for no text', () => {
    const logits = processor('SELECT orders.id FROM orders WHERE ');
    expect(lowered(logits, { '<|image_pad|>': 5, '': 4, 'customers.name': 3 })).toEqual({
      '<|image_pad|>': 0,
      '': 0,
      'customers.name': PENALTY,
    });
  });

  it('reads characters whose bytes lie in several tokens', () => {
    const [lead, last] = [...ACCENT].map((character) => VOCABULARY.indexOf(character));
    const logits = processor('SELECT orders.id FROM orders WHERE ', "orders.status = '");
    const row = new Float32Array(VOCABULARY.length).fill(MASKED);
    row[must(lead, 'the first byte')] = 1;
    expect(logits.processLogits(row)[must(lead, 'the first byte')]).toBe(1);
    logits.processSampledToken(must(lead, 'the first byte'));
    logits.processSampledToken(must(last, 'the last byte'));
    logits.processSampledToken(idOf("' AND "));
    expect(lowered(logits, { 'customers.name': 5, 'orders.id': 2 })['customers.name']).toBe(PENALTY);
  });

  it.each(['customers.name', '<|image_pad|>'])('stops judging once the model went on with %s', (token) => {
    const logits = processor('SELECT orders.id FROM orders WHERE ', token);
    const tokens = { 'customers.name': 5, ' = 1': 2 };
    expect(lowered(logits, tokens)).toEqual({ 'customers.name': 0, ' = 1': 0 });
    logits.processSampledToken(idOf(' = 1'));
    expect(lowered(logits, tokens)).toEqual({ 'customers.name': 0, ' = 1': 0 });
    logits.resetState();
    logits.processSampledToken(idOf('SELECT orders.id FROM orders WHERE '));
    expect(lowered(logits, { 'customers.name': 5, 'orders.id': 2 })['customers.name']).toBe(PENALTY);
  });

  it('judges a word that is still being written', () => {
    const logits = processor('SELECT orders.id FROM orders WHERE ');
    expect(lowered(logits, { cust: 5, 'orders.id': 2 })).toEqual({ cust: PENALTY, 'orders.id': 0 });
  });

  it('asks the checker once for each token after a text', () => {
    const checker = createChecker(SHOP);
    let asked = 0;
    const counting = {
      ...checker,
      advance: (...args: Parameters<typeof checker.advance>) => {
        asked++;
        return checker.advance(...args);
      },
    };
    const logits = new CheckedLogits(
      counting,
      byteLevelTokens((id) => VOCABULARY[id] ?? '', [idOf(STOP)]),
    );
    const row = new Float32Array(VOCABULARY.length).fill(MASKED);
    const begin = idOf('SELECT orders.id FROM orders WHERE ');
    row[begin] = 1;
    for (let draw = 0; draw < 3; draw++) {
      logits.processLogits(row);
      logits.processSampledToken(begin);
      logits.resetState();
    }
    expect(asked).toBe(1);
  });
});
