import type { Node } from 'libpg-query';
import { isWrite } from '../tree.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printQuery } from './query.ts';
import { printWrite } from './writes.ts';

/** One statement on one line. */
export function printStatement(statement: Node, printer: Printer): string {
  if ('SelectStmt' in statement) return printQuery(statement.SelectStmt, printer);
  if (isWrite(statement)) return printWrite(statement, printer);
  throw cannotPrint('MergeStmt' in statement ? 'merge' : 'statement', printer);
}
