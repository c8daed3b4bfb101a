import { RESERVED_WORDS } from '../schema/names.ts';
import {
  charClass,
  choice,
  type GrammarNode,
  literal,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz_'];
const LETTERS_AND_DIGITS = [...LETTERS, ...'0123456789'];

interface Branch {
  readonly children: Map<string, Branch>;
  isWord: boolean;
}

/**
 * Any lower-case identifier but a reserved word, spelt out as a tree of beginnings: a context-free grammar has no
 * "except". It costs xgrammar more than the rest of the grammar together.
 */
export function reservedWordComplement(name: string): Rule[] {
  const root: Branch = { children: new Map(), isWord: true };
  for (const word of RESERVED_WORDS) {
    let branch = root;
    for (const character of word) {
      const child = branch.children.get(character) ?? { children: new Map(), isWord: false };
      branch.children.set(character, child);
      branch = child;
    }
    branch.isWord = true;
  }
  return [rule(name, continuation(root, LETTERS)), rule('name-rest', zeroOrMore(charClass('a-z', '_', '0-9')))];
}

/** What may follow the characters of `branch`: nothing, too, unless they are a word of their own. */
function continuation(branch: Branch, alphabet: readonly string[]): GrammarNode {
  const others = alphabet.filter((character) => !branch.children.has(character));
  const options = [
    ...(others.length > 0 ? [sequence(charClass(...others), reference('name-rest'))] : []),
    ...Array.from(branch.children, ([character, child]) =>
      sequence(literal(character), continuation(child, LETTERS_AND_DIGITS)),
    ),
  ];
  return branch.isWord ? choice(...options) : optional(choice(...options));
}
