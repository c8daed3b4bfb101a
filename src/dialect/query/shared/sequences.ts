import { quoteName, textLiteral } from '../../../schema/names.ts';
import { done, isSymbol, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule, ClauseRule } from '../rules.ts';
import { isName } from '../sources.ts';

/** MariaDB's NEXTVAL(s) and LASTVAL(s), which name a sequence as a query names a table. */
export function sequenceCall(name: 'NEXTVAL' | 'CURRVAL'): CallRule {
  return ({ args: [sequence] }, rewriter) => {
    const named = sequence && sequenceText(sequence, rewriter);
    return named === undefined ? undefined : done(`${name}(${named})`, { value: 'integer' });
  };
}

/** SETVAL(s, number, is_used, round). */
export const setSequence: CallRule = ({ args: [sequence, number, isUsed] }, rewriter) => {
  const named = sequence && sequenceText(sequence, rewriter);
  if (named === undefined || !number) return undefined;
  const used = isUsed && /^(?:0|false)$/i.test(rewriter.text(isUsed)) ? ', false' : '';
  return done(`SETVAL(${named}, ${rewriter.text(number)}${used})`, { value: 'integer' });
};

/** NEXT VALUE FOR s. */
export const nextValueFor: ClauseRule = (nodes, rewriter) => {
  const start = nodes.findIndex(
    (node, index) => isWord(node, 'next') && isWord(nodes[index + 1], 'value') && isWord(nodes[index + 2], 'for'),
  );
  if (start < 0) return nodes;
  let end = start + 4;
  while (isSymbol(nodes[end], '.')) end += 2;
  const named = sequenceText(nodes.slice(start + 3, end), rewriter);
  if (named === undefined) return nodes;
  const call = done(`NEXTVAL(${named})`, { before: nodes[start]?.before ?? '', value: 'integer' });
  return [...nodes.slice(0, start), call, ...nextValueFor(nodes.slice(end), rewriter)];
};

/** The name as the text that Postgres takes it in. In MySQL what stands before it is a database. */
function sequenceText(nodes: readonly Node[], rewriter: Rewriter): string | undefined {
  const last = nodes.at(-1);
  const isQualified = nodes.every((node, index) => (index % 2 === 0 ? isName(node) : isSymbol(node, '.')));
  if (!isQualified || last?.kind !== 'leaf') return undefined;
  const names = nodes.filter((node) => node.kind === 'leaf' && node.token !== 'symbol');
  const kept = rewriter.rules.lexical.backslashEscapes ? [last] : names;
  return textLiteral(kept.map((node) => (node.kind === 'leaf' ? spelled(node.value, rewriter) : '')).join('.'));
}

function spelled(name: string, { known }: Rewriter): string {
  return quoteName(known.spelling(name) ?? name);
}
