/** Comparisons with a text: the text stands second, so that a column with a few texts can say which of them follow. */
import type { A_Expr, Node } from 'libpg-query';
import { namesIn } from '../tree.ts';
import { printConstant } from './constants.ts';
import { intervalLiteral } from './intervals.ts';
import { LEVEL } from './operators.ts';

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['=', '='],
  ['<>', '<>'],
  ['<', '>'],
  ['>', '<'],
  ['<=', '>='],
  ['>=', '<='],
]);
const COMPARES: ReadonlySet<string | undefined> = new Set(['AEXPR_OP', 'AEXPR_DISTINCT', 'AEXPR_NOT_DISTINCT']);

/** `'paid' = status` as `status = 'paid'`, `'b' > name` as `name < 'b'`; of two texts the one without a cast is second. */
export function textSecond(operation: A_Expr): A_Expr {
  const { kind, lexpr, rexpr, name } = operation;
  const mirrored = MIRRORED.get(namesIn(name).at(-1) ?? '');
  if (!COMPARES.has(kind) || mirrored === undefined || !lexpr || !rexpr || !isText(lexpr)) return operation;
  if (isText(rexpr) && !('A_Const' in lexpr && 'TypeCast' in rexpr)) return operation;
  const names = [...(name ?? []).slice(0, -1), { String: { sval: mirrored } }];
  return { ...operation, lexpr: rexpr, rexpr: lexpr, name: names };
}

/** Whether it is printed as one text, perhaps cast. */
export function isText(node: Node | undefined): boolean {
  if (!node) return false;
  if ('TypeCast' in node) {
    const { arg, typeName } = node.TypeCast;
    return typeName !== undefined && intervalLiteral(arg, typeName) === null && isText(arg);
  }
  if (!('A_Const' in node)) return false;
  const { text, level } = printConstant(node.A_Const);
  return level === LEVEL.term && /^E?'/.test(text);
}
