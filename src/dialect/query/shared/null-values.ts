import { isParenthesised, isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import { isName } from '../sources.ts';

/** Functions that give a value whatever they are given. */
const NEVER_NULL: ReadonlySet<string> = new Set(
  `count count_big row_number rank dense_rank ntile percent_rank cume_dist field find_in_set total now getdate
  sysdatetime getutcdate curdate current_date rand random newid uuid`.split(/\s+/),
);
const DEFAULTING: ReadonlySet<string> = new Set(['coalesce', 'ifnull', 'isnull']);
/** Those that give NULL for other reasons than a NULL among their arguments. */
const MAKES_NULL: ReadonlySet<string> = new Set(
  `nullif lag lead first_value last_value nth_value json_extract json_value json_query json_unquote try_cast try_convert
  try_parse str_to_date elt choose iif if`.split(/\s+/),
);

/** Whether an expression may be NULL; undefined where it names a column of which that is not known. */
export function mayBeNull(nodes: readonly Node[], rewriter: Rewriter): boolean | undefined {
  if (nodes.some((node) => isWord(node, 'is', 'exists'))) return false;
  let isUnknown = false;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    const next = nodes[index + 1];
    let answer: boolean | undefined = false;
    if (isWord(node, 'null', 'select') || isSymbol(node, '/', '%', '->', '->>')) return true;
    if (node.kind === 'group') {
      answer = node.open === '(' ? mayBeNull(node.nodes, rewriter) : caseMayBeNull(node.nodes, rewriter);
    } else if (node.kind === 'leaf' && (node.token === 'word' || node.token === 'name') && isParenthesised(next)) {
      answer = callMayBeNull(node.value, next.nodes, rewriter);
      index++;
    } else if (isName(node) && !isSymbol(next, '.')) {
      const isQualified = isSymbol(nodes[index - 1], '.');
      const qualifier = isQualified ? nodes[index - 2] : undefined;
      answer = rewriter.isOptional(qualifier?.kind === 'leaf' ? qualifier.value : undefined)
        ? true
        : rewriter.known.mayBeNull(node.value);
    }
    if (answer === true) return true;
    if (answer === undefined) isUnknown = true;
  }
  return isUnknown ? undefined : false;
}

function callMayBeNull(name: string, nodes: readonly Node[], rewriter: Rewriter): boolean | undefined {
  if (NEVER_NULL.has(name)) return false;
  if (MAKES_NULL.has(name)) return true;
  const args = splitAtCommas(nodes);
  const last = args.at(-1);
  if (DEFAULTING.has(name) && last) return args.length === 1 ? false : mayBeNull(last, rewriter);
  return mayBeNull(nodes, rewriter);
}

/** What stands behind WHEN decides, and gives nothing. */
function caseMayBeNull(nodes: readonly Node[], rewriter: Rewriter): boolean | undefined {
  if (!nodes.some((node) => isWord(node, 'else'))) return true;
  const results: Node[] = [];
  let isResult = false;
  for (const node of nodes) {
    if (isWord(node, 'then', 'else')) isResult = true;
    else if (isWord(node, 'when')) isResult = false;
    else if (isResult) results.push(node);
  }
  return mayBeNull(results, rewriter);
}
