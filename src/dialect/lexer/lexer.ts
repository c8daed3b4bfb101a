import type { LexicalRules } from './rules.ts';
import { endOfBlockComment, endOfDollarQuoted, endOfEscaped, endOfLine, endOfQuoted } from './scan.ts';
import type { Token, TokenKind } from './token.ts';

/** Letters beyond ASCII, as a part of a character class: everything but white space. */
const BEYOND_ASCII =
  '\\u0080-\\u009f\\u00a1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027\\u202a-\\u202e\\u2030-\\u205e\\u2060-\\u2fff' +
  '\\u3001-\\ufefe\\uff00-\\uffff';
const SPACE = /\s+/y;
const LAST_ASCII_SPACE = 32;
const LAST_ASCII = 127;
const WORD = new RegExp(`[A-Za-z_#${BEYOND_ASCII}][\\w$#@${BEYOND_ASCII}]*`, 'y');
const PLAIN_WORD = new RegExp(`[A-Za-z_${BEYOND_ASCII}][\\w$${BEYOND_ASCII}]*`, 'y');
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const HEX_NUMBER = /0[xX][0-9a-fA-F]*(?!\w)/y;
const BIT_NUMBER = /0b[01]+(?!\w)/y;
const VARIABLE = new RegExp(`(?:@@?|[:$])[\\w.$#${BEYOND_ASCII}]+|@@?\`[^\`]*\`|\\?\\d*`, 'y');
const SYMBOL = /<=>|->>|->|<<|>>|<=|>=|<>|!=|!<|!>|==|\|\||&&|:=|::|[\s\S]/y;
/** `/*!40101 `, MariaDB's `/*M!100100 ` too. */
const VERSIONED_OPEN = /\/\*M?!(\d*)/y;
/** MariaDB's dumps begin with a comment for versions that will never be: their client's way to read a setting. */
const NO_SUCH_VERSION = 999_999;

/**
 * Reads a text token by token. `next` moves on and leaves the token in `kind`, `start` and `end`: a dump of 50 MB has
 * millions of tokens, and an object for each would cost more than reading them.
 */
export class Lexer {
  readonly text: string;
  readonly #rules: LexicalRules;
  readonly #word: RegExp;
  #inVersioned = false;
  kind: TokenKind = 'space';
  start = 0;
  end: number;

  constructor(text: string, rules: LexicalRules, from = 0) {
    this.text = text;
    this.#rules = rules;
    this.#word = rules.hashNames ? WORD : PLAIN_WORD;
    this.end = from;
  }

  /** False at the end of the text. */
  next(): boolean {
    if (this.end >= this.text.length) return false;
    this.start = this.end;
    this.#read();
    return true;
  }

  get tokenText(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Goes on behind `position`: for what is no SQL, such as a line of the client. */
  skipTo(position: number): void {
    this.end = Math.max(this.end, position);
  }

  #read(): boolean {
    const { text, start } = this;
    const code = text.charCodeAt(start);
    if ((code <= LAST_ASCII_SPACE || code > LAST_ASCII) && this.#is('space', SPACE)) return true;
    const character = text.charAt(start);
    return this.#readMarked(character) || this.#readPlain(character);
  }

  /** What its first character tells. */
  #readMarked(character: string): boolean {
    const { text, start } = this;
    const rules = this.#rules;
    switch (character) {
      case "'":
        return this.#set('string', this.#endOfString("'"));
      case '"':
        return this.#doubleQuoted();
      case '`':
        return rules.backticks && this.#set('name', endOfQuoted(text, start, '`'));
      case '[':
        return rules.brackets && this.#set('name', endOfQuoted(text, start, ']'));
      case '-':
        return this.#startsLineComment() && this.#set('comment', endOfLine(text, start));
      case '#':
        return rules.hashComments && this.#set('comment', endOfLine(text, start));
      case '/':
        return text.charAt(start + 1) === '*' && this.#blockComment();
      case '*':
        return this.#inVersioned && text.charAt(start + 1) === '/' && this.#versionedClose();
      case '$':
        return rules.dollarQuotes && this.#dollarQuoted();
      default:
        return false;
    }
  }

  #readPlain(character: string): boolean {
    if (this.#isPrefixed(character)) return true;
    if (this.#rules.variables.includes(character) && this.#is('variable', VARIABLE)) return true;
    if (this.#is('word', this.#word)) return true;
    if (character === '0' && (this.#is('hex', HEX_NUMBER) || this.#is('bits', BIT_NUMBER))) return true;
    return this.#is('number', NUMBER) || this.#is('symbol', SYMBOL);
  }

  /** `N'…'`, `x'…'`, `b'…'`. */
  #isPrefixed(character: string): boolean {
    if (this.text.charAt(this.start + 1) !== "'") return false;
    const letter = character.toLowerCase();
    const end = () => endOfQuoted(this.text, this.start + 1, "'");
    if (letter === 'x') return this.#set('hex', end());
    if (letter === 'b' && this.#rules.bitStrings) return this.#set('bits', end());
    if (letter === '' || !this.#rules.stringPrefixes.includes(letter)) return false;
    const escaped = this.#rules.backslashEscapes || letter === 'e';
    return this.#set('string', escaped ? endOfEscaped(this.text, this.start + 1, "'") : end());
  }

  #endOfString(quote: string): number {
    return (this.#rules.backslashEscapes ? endOfEscaped : endOfQuoted)(this.text, this.start, quote);
  }

  #doubleQuoted(): boolean {
    if (this.#rules.doubleQuotes === 'string') return this.#set('string', this.#endOfString('"'));
    return this.#set('name', endOfQuoted(this.text, this.start, '"'));
  }

  #dollarQuoted(): boolean {
    const end = endOfDollarQuoted(this.text, this.start);
    return end !== undefined && this.#set('string', end);
  }

  #versionedClose(): boolean {
    this.#inVersioned = false;
    return this.#set('versioned-close', this.start + 2);
  }

  #startsLineComment(): boolean {
    if (this.text.charAt(this.start + 1) !== '-') return false;
    return !this.#rules.dashesNeedBlank || /^(?:[\s\p{Cc}]|$)/u.test(this.text.charAt(this.start + 2));
  }

  #blockComment(): boolean {
    if (this.#rules.versionedComments && !this.#inVersioned) {
      VERSIONED_OPEN.lastIndex = this.start;
      const open = VERSIONED_OPEN.exec(this.text);
      if (open && Number(open[1]) < NO_SUCH_VERSION) {
        this.#inVersioned = true;
        return this.#set('versioned-open', VERSIONED_OPEN.lastIndex);
      }
    }
    return this.#set('comment', endOfBlockComment(this.text, this.start, this.#rules.nestedComments));
  }

  #is(kind: TokenKind, pattern: RegExp): boolean {
    pattern.lastIndex = this.start;
    if (!pattern.test(this.text)) return false;
    return this.#set(kind, pattern.lastIndex);
  }

  /** True, for those that ask whether there was such a token. */
  #set(kind: TokenKind, end: number): true {
    this.kind = kind;
    this.end = end;
    return true;
  }
}

/** All tokens of a text. Joined, their texts are the text. */
export function tokenize(text: string, rules: LexicalRules): Token[] {
  const lexer = new Lexer(text, rules);
  const tokens: Token[] = [];
  while (lexer.next()) tokens.push({ kind: lexer.kind, text: lexer.tokenText, start: lexer.start });
  return tokens;
}
