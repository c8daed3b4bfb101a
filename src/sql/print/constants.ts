import type { A_Const, TypeCast } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { integerIn } from '../tree.ts';
import { type Printed, printAt, term } from './expression.ts';
import { intervalLiteral } from './intervals.ts';
import { bitLiteral, numberLiteral, textLiterals } from './literals.ts';
import { LEVEL } from './operators.ts';
import type { Printer } from './printer.ts';
import { printType } from './types.ts';
import { printCastToEnums } from './value-lists.ts';

function printText(text: string): Printed {
  const literals = textLiterals(text);
  return { text: literals.join(' || '), level: literals.length === 1 ? LEVEL.term : LEVEL.other };
}

export function printConstant(constant: A_Const): Printed {
  if (constant.isnull) return term('NULL');
  if (constant.boolval) return term(constant.boolval.boolval ? 'TRUE' : 'FALSE');
  if (constant.sval) return printText(constant.sval.sval ?? '');
  if (constant.bsval) return term(bitLiteral(constant.bsval.bsval ?? ''));
  const integer = integerIn(constant);
  const text = integer === null ? numberLiteral(constant.fval?.fval ?? '') : String(integer);
  return { text, level: text.startsWith('-') ? LEVEL.sign : LEVEL.term };
}

export function printCast({ arg, typeName }: TypeCast, printer: Printer): Printed {
  const type = must(typeName, 'a type');
  const interval = intervalLiteral(arg, type);
  if (interval !== null) return term(interval);
  const name = printType(type, printer);
  return term(printCastToEnums(arg, name, printer) ?? `${printAt(arg, LEVEL.term, printer)}::${name}`);
}
