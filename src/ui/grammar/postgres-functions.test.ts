import { expect, it } from 'vitest';
import { functionRules } from '../../grammar/function-rules.ts';
import { KEYWORD_TIMES, KEYWORD_VALUES } from '../../grammar/functions.ts';
import type { GrammarNode } from '../../grammar/rule-tree.ts';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { POSTGRES_FUNCTIONS } from './postgres-functions.ts';

/** Words that the grammar keeps among the functions, and that are none. */
const OTHER_WORDS = [
  'ARRAY',
  'CASE',
  'EXISTS',
  'FALSE',
  'INTERVAL',
  'NULL',
  'TRUE',
  ...KEYWORD_TIMES,
  ...KEYWORD_VALUES,
];

/** Calls `next` with each text that `node` begins with, as far as it is written in the rule itself. */
function walk(node: GrammarNode, before: string, next: (text: string) => void): void {
  if (node.kind === 'literal') {
    next(before + node.text);
  } else if (node.kind === 'choice') {
    for (const option of node.options) walk(option, before, next);
  } else if (node.kind === 'sequence' && node.items[0]) {
    const [first, ...items] = node.items;
    walk(first, before, (text) => walk({ kind: 'sequence', items }, text, next));
  } else {
    next(before);
    if (node.kind === 'repeat') walk(node.item, before, next);
  }
}

it('has every function of the grammar and no other', () => {
  const words = new Set<string>();
  for (const { name, body } of functionRules(EMPTY_SCHEMA)) {
    if (name === 'word' || name === 'set-call') walk(body, '', (text) => words.add(/^\w+/.exec(text)?.[0] ?? text));
  }
  for (const word of OTHER_WORDS) expect(words.delete(word), word).toBe(true);
  expect(POSTGRES_FUNCTIONS).toEqual([...words].sort());
});
