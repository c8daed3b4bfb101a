import { accepts, END_OF_TEXT } from '../../grammar/accepts.ts';
import type { Mark, MarkedGrammar } from './marked-grammar.ts';

/** What the grammar has after a text that it accepts as a beginning. */
export interface NextTokens {
  readonly names: readonly Mark[];
  /** Words and signs as they stand, without a blank before them. */
  readonly texts: readonly string[];
  /** A number that has no rule of its own, such as a precision. */
  readonly digits: boolean;
  /** The text may end here. */
  readonly end: boolean;
}

/** No text that a grammar accepts goes on with it, so that `accepts` always says what could. */
const STOP = '\u{E001}';

/** `before` ends between two tokens; a blank at its end makes no difference. */
export function nextTokens(marked: MarkedGrammar, before: string): NextTokens {
  const text = before.trimEnd();
  const pieces = [...expectedAfter(marked, text), ...expectedAfter(marked, `${text} `)];
  const names = pieces.flatMap(({ expected, after }) => {
    const mark = marked.marks.get(expected);
    return mark && !mark.texts.some((each) => goesOn(after, each)) ? mark : [];
  });
  const ofNames = new Set(pieces.flatMap(({ expected }) => [...(marked.marks.get(expected)?.pieces ?? [])]));
  const others = pieces.filter(({ expected }) => !marked.marks.has(expected) && !ofNames.has(expected));
  const texts = others
    .filter(({ expected }) => expected !== END_OF_TEXT && !isClass(expected))
    .map(({ expected, after }) => ({ text: withoutRead(expected, after), after }))
    .flatMap((each) => (goesOn(each.after, each.text) ? [] : firstWord(each.text.trim())));
  return {
    names: [...new Set(names)],
    texts: [...new Set(texts)],
    digits: others.some(({ expected, after }) => /^\[[0-9]-[0-9]\]$/.test(expected) && !goesOn(after, '0')),
    end: pieces.some(({ expected }) => expected === END_OF_TEXT),
  };
}

/** A piece may hold several tokens: of `FILTER (WHERE` the first, of `GROUP BY` both. */
function firstWord(text: string): readonly string[] {
  return /^(?:[A-Z]+(?: [A-Z]+)*|[(),[\]]|[^\s\p{L}\p{N}(]+|\S+)/u.exec(text) ?? [];
}

interface Piece {
  readonly after: string;
  readonly expected: string;
}

function expectedAfter({ grammar }: MarkedGrammar, text: string): Piece[] {
  const acceptance = accepts(grammar, text + STOP);
  if (acceptance.ok || acceptance.position !== text.length) return [];
  return acceptance.expected.map((expected) => ({ after: text, expected }));
}

/** A class of characters, as `accepts` prints it. */
export function isClass(expected: string): boolean {
  return /^\[.{2,}\]$/su.test(expected);
}

/** Whether `piece` would make the word, number or text before it longer. */
export function goesOn(text: string, piece: string): boolean {
  if (/(?<![\p{L}\p{N}_$.])\p{N}+$/u.test(text) && /^[.e]$/.test(piece)) return true;
  // A doubled quote is one in the text.
  if (text.endsWith("'") && piece.startsWith("'")) return true;
  return /[\p{L}\p{N}_$]$/u.test(text) && /^[\p{L}\p{N}_$]/u.test(piece);
}

/** Of a piece that begins before the end of `text`, what is still to come: ` FROM` after a blank is `FROM`. */
function withoutRead(piece: string, text: string): string {
  for (let length = piece.length - 1; length > 0; length--) {
    if (text.endsWith(piece.slice(0, length))) return piece.slice(length);
  }
  return piece;
}
