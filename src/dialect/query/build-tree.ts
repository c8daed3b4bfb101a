import type { LexicalRules } from '../lexer/rules.ts';
import type { Token } from '../lexer/token.ts';
import { nameValue, stringValue } from '../lexer/values.ts';
import type { Leaf, Node } from './node.ts';

export interface Tree {
  readonly nodes: readonly Node[];
  /** Blanks and comments behind the last node. */
  readonly after: string;
}

/** Parentheses inside parentheses that are told apart. Deeper ones are copied, so that converting needs little stack. */
const MAX_DEPTH = 120;

interface OpenGroup {
  readonly before: string;
  readonly open: string;
  readonly nodes: Node[];
}

/** Never fails: what is not closed reaches to the end, and what closes nothing stays a leaf. */
export function buildTree(tokens: readonly Token[], rules: LexicalRules): Tree {
  const root: OpenGroup = { before: '', open: '', nodes: [] };
  const open: OpenGroup[] = [root];
  let current = root;
  let before = '';
  /** Marks beyond the depth limit that are open. */
  let tooDeep = 0;
  const close = (text: string) => {
    const group = open.pop();
    current = open.at(-1) ?? root;
    if (group)
      current.nodes.push({
        kind: 'group',
        before: group.before,
        open: group.open,
        nodes: group.nodes,
        beforeClose: before,
        close: text,
      });
    before = '';
  };
  for (const token of tokens) {
    if (token.kind === 'space' || token.kind === 'comment') {
      before += token.kind === 'space' ? token.text : commentForPostgres(token.text, rules);
      continue;
    }
    if (token.kind === 'versioned-open' || token.kind === 'versioned-close') {
      before += ' ';
      continue;
    }
    const leaf = leafOf(token, before, rules);
    if (opens(leaf) && open.length > MAX_DEPTH) {
      tooDeep++;
      current.nodes.push(leaf);
      before = '';
    } else if (tooDeep > 0 && (leaf.value === ')' || leaf.value === 'end')) {
      tooDeep--;
      current.nodes.push(leaf);
      before = '';
    } else if (opens(leaf)) {
      current = { before, open: leaf.text, nodes: [] };
      open.push(current);
      before = '';
    } else if (closes(leaf, current)) {
      close(leaf.text);
    } else {
      // A parenthesis ends a CASE that lacks its END.
      if (leaf.text === ')' && open.some((group) => group.open === '(')) {
        while (current.open !== '(') close('');
        close(leaf.text);
        continue;
      }
      current.nodes.push(leaf);
      before = '';
    }
  }
  const after = open.length === 1 ? before : '';
  while (open.length > 1) close('');
  return { nodes: root.nodes, after };
}

function leafOf(token: Token, before: string, rules: LexicalRules): Leaf {
  return { kind: 'leaf', token: token.kind, before, text: token.text, value: meaningOf(token, rules) };
}

function meaningOf({ kind, text }: Token, rules: LexicalRules): string {
  if (kind === 'word') return text.toLowerCase();
  if (kind === 'name') return nameValue(text);
  if (kind === 'string') return stringValue(text, rules);
  return text;
}

function opens(leaf: Leaf): boolean {
  return (leaf.token === 'symbol' && leaf.text === '(') || (leaf.token === 'word' && leaf.value === 'case');
}

function closes(leaf: Leaf, current: OpenGroup): boolean {
  if (leaf.token === 'symbol') return leaf.text === ')' && current.open === '(';
  return leaf.token === 'word' && leaf.value === 'end' && current.open !== '' && current.open !== '(';
}

/** `#` becomes `--`; in Postgres block comments nest, so that an opening mark inside one would swallow the rest. */
function commentForPostgres(text: string, rules: LexicalRules): string {
  if (text.startsWith('#')) return `--${text.slice(1)}`;
  if (!text.startsWith('/*') || (rules.nestedComments && isClosed(text))) return text;
  const body = text.slice(2).replace(/\*\/$/, '');
  return `/*${body.replaceAll(/\/\*|\*\//g, ([first, second]) => `${first} ${second}`).replace(/\/$/, '/ ')}*/`;
}

function isClosed(text: string): boolean {
  return text.match(/\/\*/g)?.length === text.match(/\*\//g)?.length;
}
