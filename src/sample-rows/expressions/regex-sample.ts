/** A text that a regular expression matches: of what checks use, not of all that a regular expression may say. */
import { CAPITALS, DIGITS, type Random } from '../random.ts';

type Node =
  | { readonly kind: 'set'; readonly characters: string }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly node: Node;
      readonly min: number;
      readonly max: number;
      readonly isOpen: boolean;
    };

const LETTERS = CAPITALS.toLowerCase();
const WORD = LETTERS + CAPITALS + DIGITS;
/** How often `*` and `+` go on at most. */
const OPEN_REPEATS = 7;
/** Longer ones are not what a person writes, and are left to trying. */
const MAX_REPEATS = 1_000;

/** @param longer how much further than usual `*`, `+` and `{2,}` go on: for texts of which a certain length is asked */
export type Sampler = (random: Random, longer?: number) => string;

/** Undefined for what it does not read. */
export function compileSampler(source: string): Sampler | undefined {
  const parser = new Parser(source);
  const node = parser.parse();
  return node && ((random, longer = 0) => sample(node, random, longer));
}

function sample(node: Node, random: Random, longer: number): string {
  switch (node.kind) {
    case 'set':
      return random.characters(node.characters, 1);
    case 'sequence':
      return node.nodes.map((part) => sample(part, random, longer)).join('');
    case 'choice': {
      const option = random.pick(node.options);
      return option ? sample(option, random, longer) : '';
    }
    case 'repeat': {
      const count = random.integer(node.min, node.max) + (node.isOpen ? longer : 0);
      return Array.from({ length: count }, () => sample(node.node, random, longer)).join('');
    }
  }
}

class Parser {
  readonly #source: string;
  #place = 0;
  #failed = false;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): Node | undefined {
    const node = this.#choice();
    return this.#failed || this.#place < this.#source.length ? undefined : node;
  }

  #next(): string | undefined {
    return this.#source[this.#place];
  }

  #takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.#place)) return false;
    this.#place += text.length;
    return true;
  }

  #choice(): Node {
    const options = [this.#sequence()];
    while (this.#takes('|')) options.push(this.#sequence());
    return { kind: 'choice', options };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    for (let next = this.#next(); next !== undefined && next !== '|' && next !== ')'; next = this.#next()) {
      if (this.#takes('^') || this.#takes('$') || this.#takes('\\b')) continue;
      nodes.push(this.#repeated(this.#atom()));
      if (this.#failed) break;
    }
    return { kind: 'sequence', nodes };
  }

  #atom(): Node {
    if (this.#takes('(')) {
      this.#takes('?:');
      const inner = this.#choice();
      if (!this.#takes(')')) this.#failed = true;
      return inner;
    }
    if (this.#takes('[')) return { kind: 'set', characters: this.#set() };
    if (this.#takes('.')) return { kind: 'set', characters: LETTERS + DIGITS };
    if (this.#takes('\\')) return { kind: 'set', characters: this.#escaped() };
    const character = this.#next() ?? '';
    if ('*+?{'.includes(character)) this.#failed = true;
    this.#place += character.length;
    return { kind: 'set', characters: character };
  }

  #escaped(): string {
    const character = this.#next();
    if (character === undefined) {
      this.#failed = true;
      return '';
    }
    this.#place++;
    if (character === 'd') return DIGITS;
    if (character === 'w') return WORD;
    if (character === 's') return ' ';
    if (/[a-zA-Z0-9]/.test(character)) this.#failed = true;
    return character;
  }

  #set(): string {
    const negated = this.#takes('^');
    let members = '';
    for (let isFirst = true; isFirst || this.#next() !== ']'; isFirst = false) {
      const character = this.#next();
      if (character === undefined) {
        this.#failed = true;
        return '';
      }
      this.#place++;
      const member = character === '\\' ? this.#escaped() : character;
      const end = this.#source[this.#place + 1];
      if (member.length === 1 && this.#next() === '-' && end !== ']' && end !== undefined) {
        this.#place += end === '\\' ? 3 : 2;
        members += range(member, end === '\\' ? (this.#source[this.#place - 1] ?? '') : end);
      } else members += member;
    }
    this.#place++;
    if (negated) members = [...WORD].filter((character) => !members.includes(character)).join('');
    if (members === '') this.#failed = true;
    return members;
  }

  #repeated(node: Node): Node {
    const bounds = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.#source.slice(this.#place, this.#place + 16));
    if (!bounds) return node;
    const [text, least = '', comma = '', most = ''] = bounds;
    this.#place += text.length;
    this.#takes('?');
    const min = text === '+' ? 1 : Number(least);
    const open = text === '?' ? 1 : min + OPEN_REPEATS;
    const max = least === '' ? open : comma === '' ? min : most === '' ? open : Number(most);
    if (max > MAX_REPEATS || max < min) this.#failed = true;
    const isOpen = text !== '?' && (least === '' || (comma !== '' && most === ''));
    return { kind: 'repeat', node, min, max, isOpen };
  }
}

function range(first: string, last: string): string {
  let members = '';
  for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) members += String.fromCharCode(code);
  return members;
}
