import { must } from '../../platform/assert.ts';
import {
  choice,
  createGrammar,
  type Grammar,
  type GrammarNode,
  literal,
  oneOrMore,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from '../rule-tree.ts';

/**
 * Reads printed rules back, as llama.cpp's parser would: a rule a line, `\xNN`, `\uNNNN`, `\n` and so on. What neither engine knows throws. (`\x` as xgrammar reads it is not supported, nor printed for it.)
 */
export function readGrammar(text: string): Grammar {
  const rules = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Rule => {
      const match = must(/^([A-Za-z0-9-]+) ::= (.*)$/su.exec(line), `a rule in ${line}`);
      return rule(must(match[1], 'a name'), readBody(must(match[2], 'a body')));
    });
  return createGrammar('root', rules);
}

const TOKEN =
  /\s*(?:"(?<literal>(?:[^"\\]|\\.)*)"|\[(?<class>(?:[^\]\\]|\\.)*)\]|(?<name>[A-Za-z0-9-]+)|(?<symbol>[()|?*+]))/suy;

interface Token {
  readonly kind: 'literal' | 'class' | 'name' | 'symbol' | 'end';
  readonly text: string;
}

function readBody(body: string): GrammarNode {
  const tokens = readTokens(body);
  let position = 0;
  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '' };
  const isSymbol = (symbol: string) => peek().kind === 'symbol' && peek().text === symbol;

  const readChoice = (): GrammarNode => {
    const options = [readSequence()];
    while (isSymbol('|')) {
      position++;
      options.push(readSequence());
    }
    return choice(...options);
  };
  const readSequence = (): GrammarNode => {
    const items: GrammarNode[] = [];
    while (peek().kind !== 'end' && !isSymbol('|') && !isSymbol(')')) items.push(readRepeated());
    if (items.length === 0) throw new Error(`an empty sequence in ${body}`);
    return sequence(...items);
  };
  const readRepeated = (): GrammarNode => {
    const item = readItem();
    const token = peek();
    const repeat = { '?': optional, '*': zeroOrMore, '+': oneOrMore }[token.kind === 'symbol' ? token.text : ''];
    if (!repeat) return item;
    position++;
    return repeat(item);
  };
  const readItem = (): GrammarNode => {
    const token = peek();
    position++;
    if (token.kind === 'literal') return literal(charactersOf(token.text).map(toText).join(''));
    if (token.kind === 'class') return readClass(token.text);
    if (token.kind === 'name') return reference(token.text);
    if (token.text !== '(') throw new Error(`unexpected ${token.text} in ${body}`);
    const inner = readChoice();
    if (!isSymbol(')')) throw new Error(`an open parenthesis in ${body}`);
    position++;
    return inner;
  };
  const node = readChoice();
  if (peek().kind !== 'end') throw new Error(`unexpected ${peek().text} in ${body}`);
  return node;
}

function readTokens(body: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const groups = must(TOKEN.exec(body)?.groups, `a token in ${body}`);
    if (groups.literal !== undefined) tokens.push({ kind: 'literal', text: groups.literal });
    else if (groups.class !== undefined) tokens.push({ kind: 'class', text: groups.class });
    else if (groups.name !== undefined) tokens.push({ kind: 'name', text: groups.name });
    else tokens.push({ kind: 'symbol', text: must(groups.symbol, 'a symbol') });
  }
  return tokens;
}

interface Character {
  readonly codePoint: number;
  readonly isEscaped: boolean;
}

function readClass(text: string): GrammarNode {
  const negated = text.startsWith('^');
  const characters = charactersOf(negated ? text.slice(1) : text);
  const ranges = [];
  for (let index = 0; index < characters.length; index++) {
    const from = must(characters[index], 'a bound').codePoint;
    const dash = characters[index + 1];
    const to = characters[index + 2];
    const isRange = dash !== undefined && to !== undefined && !dash.isEscaped && toText(dash) === '-';
    ranges.push({ from, to: isRange ? to.codePoint : from });
    if (isRange) index += 2;
  }
  return { kind: 'class', ranges, negated };
}

function charactersOf(text: string): Character[] {
  const escapes = /\\(?:x([0-9A-F]{2})|u([0-9A-F]{4})|([nrt\\"]))|([^\\])/suy;
  const characters: Character[] = [];
  while (escapes.lastIndex < text.length) {
    const [, x, u, named, plain] = must(escapes.exec(text), `an escape both engines know in ${text}`);
    const hexadecimal = x ?? u;
    if (hexadecimal !== undefined) characters.push({ codePoint: Number.parseInt(hexadecimal, 16), isEscaped: true });
    else if (named !== undefined)
      characters.push({ codePoint: pointOf({ n: '\n', r: '\r', t: '\t' }[named] ?? named), isEscaped: true });
    else characters.push({ codePoint: pointOf(must(plain, 'a character')), isEscaped: false });
  }
  return characters;
}

function pointOf(character: string): number {
  return must(character.codePointAt(0), 'a character');
}

function toText({ codePoint }: Character): string {
  return String.fromCodePoint(codePoint);
}
