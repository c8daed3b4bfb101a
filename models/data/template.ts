/**
 * Question templates: text with alternatives `[a|b|]` (nested, an empty one allowed), slots `{name}` and macros
 * `{UPPER}`. Alternatives multiply, so that a few lines give thousands of wordings.
 */
import type { Random } from './random.ts';

/** Wordings shared by many templates. */
const MACROS: Readonly<Record<string, string>> = {
  SHOW: `[[show|show me|show us|list|list out|give me|give us|get|get me|find|find me|display|return|print|fetch|retrieve|tell me|look up|pull up|bring up|output|select|see|view|name|identify]|what are|[I want|I need|I would like|I'd like|we need|I'm looking for|need] [to see|to know|a list of||]|[can you|could you|please|can you please|would you|pls|can I|could I] [show|list|give me|show me|find|get|tell me|see|have]|let me see|let's see||]`,
  ALL: '[the|all|all the|all of the|every one of the|our|all our|all of our||||]',
  TELL: `[what is|what's|show|show me|give me|tell me|find|get|calculate|compute|work out|determine|return|display|I want|I need|please give me|can you tell me|could you calculate|find out|let me know|I want to know|check|add up||]`,
  THE: '[the|]',
  EACH: '[for each|per|by|for every|in each|of each|grouped by|by each|from each|in every|broken down by|split by|on each|at each]',
};

/** Fills a template. Blanks are collapsed; an unknown slot is a mistake in the template and throws. */
export function fill(template: string, random: Random, slots: Readonly<Record<string, string>> = {}): string {
  const chosen = expand(template, random);
  const text = chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no slot ${name} in ${template}`);
    return value;
  });
  return text
    .replace(/ +/g, ' ')
    .replace(/ ([,?.])/g, '$1')
    .trim();
}

function expand(template: string, random: Random): string {
  const withMacros = template.replace(/\{([A-Z]+)\}/g, (_, name: string) => {
    const macro = MACROS[name];
    if (macro === undefined) throw new Error(`no macro ${name} in ${template}`);
    return macro;
  });
  return expandAlternatives(withMacros, random);
}

/** Replaces every outermost `[a|b]` by one of its alternatives, itself expanded. */
function expandAlternatives(text: string, random: Random): string {
  let result = '';
  let depth = 0;
  let parts: string[] = [''];
  for (const char of text) {
    if (char === '[' && depth++ === 0) {
      parts = [''];
    } else if (char === ']' && --depth === 0) {
      result += expandAlternatives(random.pick(parts), random);
    } else if (depth === 0) {
      result += char;
    } else if (char === '|' && depth === 1) {
      parts.push('');
    } else {
      parts.push(`${parts.pop() ?? ''}${char}`);
    }
  }
  if (depth !== 0) throw new Error(`unbalanced alternatives in ${text}`);
  return result;
}
