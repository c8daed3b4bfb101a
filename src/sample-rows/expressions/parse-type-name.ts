import { NotUnderstood, type TokenReader } from './token-reader.ts';

/** The words that may follow the first of a type of several words. */
const CONTINUATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['double', ['precision']],
  ['character', ['varying']],
  ['bit', ['varying']],
  ['timestamp', ['with', 'without', 'time', 'zone']],
  ['time', ['with', 'without', 'time', 'zone']],
  ['interval', ['year', 'month', 'day', 'hour', 'minute', 'second', 'to']],
]);

/** What stands behind `::`, in `format_type`'s spelling. */
export function parseTypeName(reader: TokenReader): string {
  const first = reader.take();
  if (first.kind !== 'word' && first.kind !== 'name') throw new NotUnderstood('a type');
  const continuations = CONTINUATIONS.get(first.text) ?? [];
  let text = first.kind === 'name' ? `"${first.text.replaceAll('"', '""')}"` : first.text;
  while (reader.takeMark('.')) text += `.${reader.take().text}`;
  for (;;) {
    const next = reader.peek();
    if (next?.kind === 'word' && continuations.includes(next.text.toLowerCase())) {
      text += ` ${reader.take().text.toLowerCase()}`;
    } else if (reader.isMark('(')) text += modifiers(reader);
    else if (reader.isMark('[') && reader.isMark(']', 1)) {
      reader.take();
      reader.take();
      text += '[]';
    } else return text;
  }
}

function modifiers(reader: TokenReader): string {
  let text = '';
  while (!reader.isMark(')')) text += reader.take().text;
  return `${text}${reader.take().text}`;
}
