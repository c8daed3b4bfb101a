import { describe, expect, test } from 'vitest';
import { charClass, choice, createGrammar, literal, optional, reference, rule, sequence } from './rule-tree.ts';

describe('nodes', () => {
  test('are frozen all the way down', () => {
    const node = sequence('a', choice('b', optional('c')));
    expect(Object.isFrozen(node)).toBe(true);
    expect(node.kind === 'sequence' && Object.isFrozen(node.items)).toBe(true);
    expect(node.kind === 'sequence' && node.items.every(Object.isFrozen)).toBe(true);
  });

  test('of one part are that part', () => {
    expect(sequence('a')).toEqual(literal('a'));
    expect(choice(reference('a'))).toEqual(reference('a'));
  });

  test('a class takes single characters and spans', () => {
    expect(charClass('a-z', '_', '-').ranges).toEqual([
      { from: 97, to: 122 },
      { from: 95, to: 95 },
      { from: 45, to: 45 },
    ]);
    expect(() => charClass('abc')).toThrow(/a-z/);
    expect(() => charClass('é')).toThrow(/ASCII/);
  });

  test('no literal is empty and no rule has a name that a dialect would not take', () => {
    expect(() => literal('')).toThrow();
    expect(() => rule('snake_case', 'a')).toThrow();
  });
});

describe('createGrammar', () => {
  test('keeps the rules that the root reaches, in their order', () => {
    const grammar = createGrammar('root', [
      rule('b', 'b'),
      rule('unused', reference('b')),
      rule('root', optional(choice(reference('b'), sequence('x', reference('a'))))),
      rule('a', reference('root')),
    ]);
    expect(grammar.rules.map((each) => each.name)).toEqual(['b', 'root', 'a']);
  });

  test('throws for a reference that leads nowhere and for a name that is defined twice', () => {
    expect(() => createGrammar('root', [rule('root', reference('nowhere'))])).toThrow(/nowhere/);
    expect(() => createGrammar('root', [rule('root', 'a'), rule('root', 'b')])).toThrow(/one definition/);
  });
});
