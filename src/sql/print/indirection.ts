import type { A_Indices, A_Indirection } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import { printAt, printExpression } from './expression.ts';
import { LEVEL } from './operators.ts';
import { cannotPrint, type Printer } from './printer.ts';

/** `orders.tags[1]`, `(orders.address).city`, `(ARRAY[1, 2])[1]`. */
export function printIndirection({ arg, indirection = [] }: A_Indirection, printer: Printer): string {
  const base = must(arg, 'an expression');
  let text = printAt(base, LEVEL.closed, printer);
  let isEnclosed = !('ColumnRef' in base || 'A_Indirection' in base);
  for (const step of indirection) {
    if ('String' in step) text = `${isEnclosed ? text : `(${text})`}.${quoteName(step.String.sval ?? '')}`;
    else if ('A_Indices' in step) text += printSubscript(step.A_Indices, printer);
    else throw cannotPrint('composite-star', printer);
    isEnclosed = false;
  }
  return text;
}

function printSubscript({ is_slice, lidx, uidx }: A_Indices, printer: Printer): string {
  const from = lidx ? printExpression(lidx, printer) : '';
  const to = uidx ? printExpression(uidx, printer) : '';
  return is_slice ? `[${from}:${to}]` : `[${to}]`;
}
