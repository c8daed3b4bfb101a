import type { A_Expr } from 'libpg-query';
import { namesIn } from '../tree.ts';
import { binaryLevel, COMPARISONS, PATTERN_WORDS } from './operators.ts';
import { cannotPrint, type Printer } from './printer.ts';

type Named = Pick<A_Expr, 'name' | 'location'>;

/** The operator's name, without the namespace of Postgres' own. */
export function operatorOf({ name, location }: Named, printer: Printer): string {
  const names = namesIn(name);
  if (names.length > 1 && names[0] !== 'pg_catalog') throw cannotPrint('operator-syntax', printer, location);
  return names.at(-1) ?? '';
}

/** As it stands before ANY and ALL. */
export function quantifiedOperator(operation: Named, printer: Printer): string {
  const operator = operatorOf(operation, printer);
  const word = COMPARISONS.has(operator) ? operator : PATTERN_WORDS.get(operator);
  if (word !== undefined) return word;
  if (binaryLevel(operator) === null) throw cannotPrint('operator', printer, operation.location);
  return operator;
}
