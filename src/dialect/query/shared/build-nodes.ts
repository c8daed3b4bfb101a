import { done, type Group, type Leaf, type Node } from '../node.ts';

/** Nodes put together by hand: SQL of the source, which its rules still read, or finished SQL. */

/** With commas between them. */
export function list(items: readonly (readonly Node[])[]): readonly Node[] {
  return items.flatMap((item, index) =>
    index === 0 ? spaced(item) : [{ ...leaf(',', 'symbol'), before: '' }, ...spaced(item)],
  );
}

/** With one blank in front, where lines may have begun. */
export function spaced([first, ...rest]: readonly Node[]): readonly Node[] {
  return first ? [{ ...first, before: first.before.trim() === '' ? ' ' : first.before }, ...rest] : [];
}

export function inParentheses(nodes: readonly Node[]): Group {
  const [first, ...rest] = nodes;
  const inner = first ? [{ ...first, before: first.before.trimStart() }, ...rest] : [];
  return { kind: 'group', before: ' ', open: '(', nodes: inner, beforeClose: '', close: ')' };
}

/** SQL that nothing more is changed in. */
export function word(text: string): Node {
  return done(text, { before: ' ', binds: 'operator' });
}

/** A part of the source's SQL, as the rules read it. */
export function leaf(text: string, token: Leaf['token'] = 'word'): Leaf {
  return { kind: 'leaf', token, before: ' ', text, value: text.toLowerCase() };
}
