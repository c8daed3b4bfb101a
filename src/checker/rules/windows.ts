import { type Expression, HOLDS_WINDOW } from '../expression.ts';
import { type Rejection, reject } from '../rejection.ts';

/** The first use of a named window that the WINDOW clause of its query lacks. */
export function missingWindow(expressions: readonly Expression[], defined: ReadonlySet<string>): Rejection | undefined {
  for (const expression of expressions) {
    if ((expression.holds & HOLDS_WINDOW) === 0) continue;
    if (expression.kind === 'window' && expression.window !== null && !defined.has(expression.window)) {
      const message = `There is no window ${expression.window}.`;
      return reject('unknown-source', expression.position, message);
    }
    const below = missingWindow(expression.operands, defined);
    if (below) return below;
  }
  return undefined;
}
