import type { Cursor } from '../lexer/cursor.ts';
import type { ScriptState } from '../script-state.ts';
import { type ConversionOutcome, converted } from './outcome.ts';

const OPENING_WORDS: ReadonlySet<string> = new Set(['create', 'or', 'replace', 'temporary', 'sequence']);
/** Types that Postgres counts with; others become bigint, as a sequence without a type is. */
const TYPES: Readonly<Record<string, string>> = { tinyint: 'smallint', smallint: 'smallint', int: 'integer' };
/** How each option begins in Postgres; those of a table, as ENGINE, mean nothing there. */
const NUMBERS: Readonly<Record<string, string>> = {
  start: 'START WITH',
  increment: 'INCREMENT BY',
  minvalue: 'MINVALUE',
  maxvalue: 'MAXVALUE',
  cache: 'CACHE',
};
const FLAGS: Readonly<Record<string, string>> = { cycle: 'CYCLE', nocycle: 'NO CYCLE' };
const FILLERS: ReadonlySet<string> = new Set(['with', 'by']);

/** CREATE SEQUENCE of MariaDB and SQL Server. */
export function convertCreateSequence(cursor: Cursor, state: ScriptState): ConversionOutcome {
  cursor.skipWords(OPENING_WORDS);
  const ifNotExists = cursor.accept('if', 'not', 'exists') ? 'IF NOT EXISTS ' : '';
  const ref = state.ref(cursor.takeQualifiedName());
  state.names.addName(ref.name);
  const options = readOptions(cursor).map((option) => ` ${option}`);
  return converted([
    ...state.namespaceStatements(ref),
    `CREATE SEQUENCE ${ifNotExists}${state.tableText(ref)}${options.join('')}`,
  ]);
}

function readOptions(cursor: Cursor): string[] {
  const options: string[] = [];
  while (!cursor.atEnd) {
    const word = cursor.word();
    cursor.take();
    if (word === 'as') {
      const type = TYPES[cursor.takeQualifiedName().at(-1)?.toLowerCase() ?? ''];
      if (type !== undefined) options.push(`AS ${type}`);
    } else if (Object.hasOwn(FLAGS, word)) {
      options.push(FLAGS[word] ?? '');
    } else if (word === 'no') {
      // NO CYCLE, NO MINVALUE and NO CACHE are what Postgres does without being told.
      cursor.take();
    } else if (Object.hasOwn(NUMBERS, word)) {
      const number = readNumber(cursor);
      if (number !== undefined && !(word === 'cache' && number === '0')) options.push(`${NUMBERS[word]} ${number}`);
    }
  }
  return options;
}

/** `START 5`, `START WITH 5`, `START = -5`; undefined where no number follows, as behind SQL Server's CACHE. */
function readNumber(cursor: Cursor): string | undefined {
  cursor.skipWords(FILLERS);
  cursor.acceptSymbol('=');
  const sign = cursor.acceptSymbol('-') ? '-' : '';
  return cursor.peek()?.kind === 'number' ? sign + cursor.take().text : undefined;
}
