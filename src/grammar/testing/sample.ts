import { must, unreachable } from '../../platform/assert.ts';
import type { ClassNode, Grammar, GrammarNode } from '../rule-tree.ts';

/** From 0 up to, not including, 1. */
export type RandomNumber = () => number;

/** Rules inside each other, and characters, before a sample is brought to its shortest end. */
const MAX_DEPTH = 60;
const MAX_CHARACTERS = 500;
/** How often an optional part is taken, and a repeated one once more. */
const CONTINUE = 0.35;

/** Texts that the grammar accepts, at random. */
export function sampler(grammar: Grammar): (random: RandomNumber) => string {
  const bodies = new Map(grammar.rules.map((rule) => [rule.name, rule.body]));
  const depths = ruleDepths(grammar);
  const bodyOf = (rule: string) => must(bodies.get(rule), `rule ${rule}`);

  let written = 0;
  const write = (node: GrammarNode, depth: number, random: RandomNumber): string => {
    const isClosing = depth > MAX_DEPTH || written > MAX_CHARACTERS;
    switch (node.kind) {
      case 'literal':
        written += node.text.length;
        return node.text;
      case 'class':
        written++;
        return characterOf(node, random);
      case 'reference':
        return write(bodyOf(node.rule), depth + 1, random);
      case 'sequence':
        return node.items.map((item) => write(item, depth, random)).join('');
      case 'choice': {
        const option = isClosing ? shallowest(node.options, depths) : pick(node.options, random);
        return write(option, depth, random);
      }
      case 'repeat': {
        let text = node.times === '+' ? write(node.item, depth, random) : '';
        while (!isClosing && random() < CONTINUE) {
          text += write(node.item, depth, random);
          if (node.times === '?') break;
        }
        return text;
      }
      default:
        return unreachable(node);
    }
  };
  return (random) => {
    written = 0;
    return write(bodyOf(grammar.root), 0, random);
  };
}

/** A small pseudo-random generator (mulberry32), so that a failing sample can be made again from its seed. */
export function seededRandom(seed: number): RandomNumber {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Of a negated class: ASCII, Latin, or anything up to the last code point but halves of surrogate pairs. */
function characterOf({ ranges, negated }: ClassNode, random: RandomNumber): string {
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  if (!negated) {
    const { from, to } = pick(ranges, random);
    return String.fromCodePoint(between(from, to));
  }
  for (;;) {
    const codePoint = between(0, pick([0x7f, 0x7f, 0x24f, 0x10ffff], random));
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    const isExcluded = ranges.some(({ from, to }) => codePoint >= from && codePoint <= to);
    if (!isSurrogate && !isExcluded) return String.fromCodePoint(codePoint);
  }
}

function pick<T>(options: readonly T[], random: RandomNumber): T {
  return must(options[Math.floor(random() * options.length)], 'an option');
}

/** The least number of rules inside each other that each rule needs. */
function ruleDepths(grammar: Grammar): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const { name, body } of grammar.rules) {
      const depth = depthOf(body, depths);
      if (depth >= (depths.get(name) ?? Number.POSITIVE_INFINITY)) continue;
      depths.set(name, depth);
      isSettled = false;
    }
  }
  return depths;
}

function depthOf(node: GrammarNode, depths: ReadonlyMap<string, number>): number {
  switch (node.kind) {
    case 'literal':
    case 'class':
      return 0;
    case 'reference':
      return 1 + (depths.get(node.rule) ?? Number.POSITIVE_INFINITY);
    case 'sequence':
      return Math.max(...node.items.map((item) => depthOf(item, depths)));
    case 'choice':
      return Math.min(...node.options.map((option) => depthOf(option, depths)));
    case 'repeat':
      return node.times === '+' ? depthOf(node.item, depths) : 0;
  }
}

function shallowest(options: readonly GrammarNode[], depths: ReadonlyMap<string, number>): GrammarNode {
  const sorted = options.toSorted((left, right) => depthOf(left, depths) - depthOf(right, depths));
  return must(sorted[0], 'an option');
}
