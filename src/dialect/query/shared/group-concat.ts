import { textLiteral } from '../../../schema/names.ts';
import { asText } from '../expression.ts';
import { done, isWord, type Node } from '../node.ts';
import type { CallRule } from '../rules.ts';
import { inNullOrder, withoutDirection } from './null-order.ts';

/**
 * MySQL's GROUP_CONCAT([DISTINCT] a, b ORDER BY c DESC SEPARATOR ';') and SQLite's group_concat(a, ';'): several
 * arguments are put together in the one, and are a value and its separator in the other.
 */
export function groupConcatRule(kind: 'mysql' | 'sqlite'): CallRule {
  return ({ args }, rewriter) => {
    const parts = readParts(args);
    if (!parts) return undefined;
    const { distinct, values, order, separator } = parts;
    const isPair = kind === 'sqlite' && values.length === 2;
    const shown = isPair ? values.slice(0, 1) : values;
    const texts = shown.map((nodes) => asText(rewriter.expression(nodes)));
    const value = texts.join(' || ');
    const between = separator ?? (isPair && values[1] ? rewriter.text(values[1]) : "','");
    const ordered = order?.map((nodes) => inNullOrder(nodes, withoutDirection(nodes), rewriter));
    const sorted = ordered ? ` ORDER BY ${ordered.map((nodes) => rewriter.text(nodes)).join(', ')}` : '';
    if (distinct) rewriter.noteTextCase();
    if (distinct && order) {
      // Postgres sorts DISTINCT values by themselves alone, written the same way.
      const [first] = order;
      const direction = isWord(first?.at(-1), 'desc') ? ' DESC' : '';
      const byItself =
        order.length === 1 && first && rewriter.text(withoutDirection(first)) === rewriter.text(shown[0] ?? []);
      if (!byItself) rewriter.note('STRING_AGG(DISTINCT …) can only be sorted by the text itself.');
      return done(`STRING_AGG(DISTINCT ${value}, ${between} ORDER BY ${value}${byItself ? direction : ''})`, {
        value: 'text',
      });
    }
    return done(`STRING_AGG(${distinct ? 'DISTINCT ' : ''}${value}, ${between}${sorted})`, { value: 'text' });
  };
}

interface Parts {
  readonly distinct: boolean;
  readonly values: readonly (readonly Node[])[];
  readonly order: readonly (readonly Node[])[] | undefined;
  readonly separator: string | undefined;
}

function readParts(args: readonly (readonly Node[])[]): Parts | undefined {
  const values: (readonly Node[])[] = [];
  let order: (readonly Node[])[] | undefined;
  let separator: string | undefined;
  let distinct = false;
  for (const [index, arg] of args.entries()) {
    let nodes = arg;
    if (index === 0 && isWord(nodes[0], 'distinct')) {
      distinct = true;
      nodes = nodes.slice(1);
    }
    const mark = nodes.findIndex((node) => isWord(node, 'separator'));
    if (mark >= 0) {
      const text = nodes[mark + 1];
      if (text?.kind === 'leaf' && text.token === 'string') separator = textLiteral(text.value);
      nodes = nodes.slice(0, mark);
    }
    const by = nodes.findIndex((node, place) => isWord(node, 'order') && isWord(nodes[place + 1], 'by'));
    if (by >= 0) {
      values.push(nodes.slice(0, by));
      order = [nodes.slice(by + 2)];
    } else if (order) {
      order.push(nodes);
    } else {
      values.push(nodes);
    }
  }
  return values[0]?.length ? { distinct, values, order, separator } : undefined;
}
