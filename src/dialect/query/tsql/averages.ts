import { operand } from '../expression.ts';
import { done, isParenthesised, isWord, type Node } from '../node.ts';
import { kindOfList, type OperatorRule, popOperand } from '../operators.ts';
import type { ClauseRule } from '../rules.ts';
import { inParentheses, leaf } from '../shared/build-nodes.ts';

/** AVG of whole numbers is a whole number there. What stands behind it (OVER …) goes into TRUNC with it. */
export const wholeAverages: ClauseRule = (nodes, rewriter) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const [node, args, over, window] = nodes.slice(index, index + 4);
    if (!node) break;
    if (node.kind !== 'leaf' || !isWord(node, 'avg') || !isParenthesised(args)) {
      output.push(node);
      continue;
    }
    const [first, ...rest] = args.nodes;
    const isDistinct = isWord(first, 'distinct', 'all');
    const kind = kindOfList(rewriter.convert(isDistinct ? rest : args.nodes), rewriter);
    if (kind !== 'integer') {
      if (kind === undefined)
        rewriter.note('AVG: of whole numbers it is a whole number in SQL Server; Postgres gives the fraction too.');
      output.push(node);
      continue;
    }
    const average = done(`${node.text}(${rewriter.text(args.nodes)})`, { value: 'number' });
    const isWindow = over && window && isWord(over, 'over');
    output.push(
      { ...leaf('TRUNC'), before: node.before },
      {
        ...inParentheses(isWindow ? [average, over, window] : [average]),
        before: '',
      },
    );
    index += isWindow ? 3 : 1;
  }
  return output;
};

/** A quotient of whole numbers is one there; what Postgres extracts from dates is no whole number by its type. */
export const wholeDivision: OperatorRule = ({ operator, output, index }, rewriter) => {
  const previous = output.at(-1);
  const isExtracted =
    previous?.kind === 'done' && previous.value === 'integer' && /\b(?:EXTRACT|TRUNC)\(/.test(previous.text);
  if (!isExtracted) return undefined;
  const dividend = popOperand(output);
  const expression = rewriter.expressionOf(dividend);
  output.push(done(`${operand(expression)}::int`, { before: dividend[0]?.before ?? '', value: 'integer' }), operator);
  return index + 1;
};
