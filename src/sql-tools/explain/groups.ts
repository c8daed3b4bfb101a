/** Lists that are short enough to read. */
import type { Allowed } from '../contract.ts';

/** Entries that a person reads; what else is allowed is counted. */
const MAX_ALLOWED = 12;
/** Of one kind. */
const MAX_EXAMPLES = 6;
/** Of a list that is all that a place takes. */
const MAX_LISTED = 12;

/** The first dozen, and how many more there are. */
export function firstOf(allowed: readonly Allowed[]): { readonly allowed: readonly Allowed[]; readonly more: number } {
  return { allowed: allowed.slice(0, MAX_ALLOWED), more: Math.max(0, allowed.length - MAX_ALLOWED) };
}

/** Without those that are the beginning of another, up to its point. */
export function oneOf(texts: readonly string[]): Allowed {
  const whole = texts.filter((text) => !texts.some((other) => other !== text && other.startsWith(`${text}.`)));
  const examples = whole.slice(0, MAX_LISTED);
  return { kind: 'names', what: 'one of', examples, more: whole.length - examples.length };
}

/**
 * Examples of a kind of name, those nearest to what stood there first.
 * @param others are examples only where there are no `texts`
 */
export function group(what: string, texts: readonly string[], found: string, others: readonly string[] = []): Allowed {
  const examples = beginningAlike([...new Set(texts.length > 0 ? texts : others)], found).slice(0, MAX_EXAMPLES);
  return { kind: 'names', what, examples, more: new Set([...texts, ...others]).size - examples.length };
}

/** Those that begin like what stood there first; otherwise in their order. */
function beginningAlike(texts: readonly string[], found: string): readonly string[] {
  return texts
    .map((text) => ({ text, shared: sharedBeginning(text.toLowerCase(), found.toLowerCase()) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ text }) => text);
}

/** A first letter alone is chance. */
function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length < 2 ? 0 : length;
}
