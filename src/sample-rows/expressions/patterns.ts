/** `~`, `LIKE` and their kin. */
import type { Operand } from './ast.ts';

/** Undefined for other operators, and for expressions that JavaScript reads otherwise than Postgres. */
export function matchesPattern(operator: string, text: Operand | undefined, pattern: Operand): Operand | undefined {
  const regex = typeof pattern === 'string' ? patternRegex(operator, pattern) : undefined;
  if (!regex) return undefined;
  if (text === null) return null;
  return typeof text === 'string' ? regex.test(text) !== operator.startsWith('!') : undefined;
}

const cache = new Map<string, RegExp | undefined>();
/** A database has few patterns, a page that lives for days may see many databases. */
const MAX_CACHED = 500;

function patternRegex(operator: string, pattern: string): RegExp | undefined {
  const key = `${operator} ${pattern}`;
  if (!cache.has(key)) {
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(key, compile(operator, pattern));
  }
  return cache.get(key);
}

function compile(operator: string, pattern: string): RegExp | undefined {
  const source = regexSource(operator, pattern);
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, operator.endsWith('*') ? 'is' : 's');
  } catch {
    return undefined;
  }
}

/** What JavaScript calls the pattern of `~`, `!~*`, `~~` (LIKE), `!~~*` … */
export function regexSource(operator: string, pattern: string): string | undefined {
  const bare = operator.replace(/^!/, '').replace(/\*$/, '');
  if (bare === '~~') return likeSource(pattern);
  if (bare !== '~') return undefined;
  // Back references, embedded options and look-around are rare and differ.
  if (/\(\?(?!:)|\\[1-9]|\[\[[.=]|\\[mMyYAZ]/.test(pattern)) return undefined;
  return Object.entries(CHARACTER_CLASSES).reduce((source, [name, set]) => source.replaceAll(name, set), pattern);
}

const CHARACTER_CLASSES: Readonly<Record<string, string>> = {
  '[:alpha:]': 'A-Za-z',
  '[:alnum:]': 'A-Za-z0-9',
  '[:digit:]': '0-9',
  '[:xdigit:]': '0-9A-Fa-f',
  '[:lower:]': 'a-z',
  '[:upper:]': 'A-Z',
  '[:space:]': '\\s',
  '[:blank:]': ' \\t',
  '[:punct:]': '!-\\/:-@\\[-`{-~',
};

/** The pattern of SIMILAR TO as a regular expression. */
export function similarToRegex(pattern: string): string {
  let source = '';
  for (const [part, set] of pattern.matchAll(/(\[[^\]]*\])|\\.|./gsu)) {
    if (set !== undefined || part.startsWith('\\')) source += part;
    else if (part === '%') source += '.*';
    else if (part === '_') source += '.';
    else source += /[.^$]/.test(part) ? `\\${part}` : part;
  }
  return `^(?:${source})$`;
}

function likeSource(pattern: string): string {
  let source = '';
  for (const [part, escaped] of pattern.matchAll(/\\(.)|./gsu)) {
    if (escaped !== undefined) source += quoted(escaped);
    else if (part === '%') source += '.*';
    else source += part === '_' ? '.' : quoted(part);
  }
  return `^${source}$`;
}

/** `text` as a regular expression that matches nothing else. */
export function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
