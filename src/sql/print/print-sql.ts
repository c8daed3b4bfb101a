import type { Schema } from '../../schema/model.ts';
import type { Names } from '../names/names.ts';
import { parseStatement } from '../parse-sql.ts';
import type { Resolution } from '../resolve/model.ts';
import { resolveStatement } from '../resolve/resolve.ts';
import { unsupported } from '../unsupported.ts';
import { printStatement } from './statement.ts';

/** `sql` read and written again on one line, under other names. */
export function printSql(sql: string, schema: Schema, namesFor: (resolution: Resolution) => Names): string {
  const parsed = parseStatement(sql);
  try {
    const resolution = resolveStatement(parsed, schema);
    const names = namesFor(resolution);
    return printStatement(parsed.statement, {
      schema,
      text: parsed.text,
      resolution,
      names,
      scope: null,
      isBare: false,
    });
  } catch (thrown) {
    // Trees are walked by functions that call themselves: a sum of ten thousand numbers is too much for the stack.
    if (thrown instanceof RangeError) throw unsupported('too-deep');
    throw thrown;
  }
}
