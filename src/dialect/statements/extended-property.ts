import { quoteName, textLiteral } from '../../schema/names.ts';
import type { Cursor } from '../lexer/cursor.ts';
import { stringValue } from '../lexer/values.ts';
import type { ScriptState } from '../script-state.ts';
import { type ConversionOutcome, converted, skipped } from './outcome.ts';

/** In the order of the procedures that write extended properties, which a script may leave unsaid. */
const PARAMETERS = [
  'name',
  'value',
  'level0type',
  'level0name',
  'level1type',
  'level1name',
  'level2type',
  'level2name',
] as const;

const DESCRIBES = /\bsp_(?:add|update)extendedproperty\b/i;
const RELATIONS: Readonly<Record<string, string>> = { table: 'TABLE', view: 'VIEW' };

/** Whether the statement, which begins with EXEC, may be one for `convertDescription`. */
export function namesDescription(source: string): boolean {
  return DESCRIBES.test(source);
}

/**
 * EXEC sp_addextendedproperty with MS_Description, SQL Server's way to comment on a table or a column. Undefined for
 * other procedures; the cursor stands on EXEC.
 */
export function convertDescription(cursor: Cursor, state: ScriptState): ConversionOutcome | undefined {
  cursor.take();
  if (cursor.atEnd || !DESCRIBES.test(cursor.takeQualifiedName().at(-1) ?? '')) return undefined;
  const property = readArguments(cursor);
  if (property.get('name')?.toLowerCase() !== 'ms_description')
    return skipped('A property of SQL Server that describes nothing.');
  const text = property.get('value');
  const relation = RELATIONS[property.get('level1type')?.toLowerCase() ?? ''];
  const name = property.get('level1name');
  if (text === undefined || relation === undefined || name === undefined)
    return skipped('Describes neither a table, a view nor a column.');
  const ref = state.ref([property.get('level0name') ?? 'dbo', name]);
  const owner = state.tableText(ref);
  const column = property.get('level2name');
  if (column === undefined) return converted([`COMMENT ON ${relation} ${owner} IS ${textLiteral(text)}`]);
  if (property.get('level2type')?.toLowerCase() !== 'column')
    return skipped('Describes neither a table, a view nor a column.');
  const table = state.table(ref);
  const spelled = table ? state.columnText(column, table) : quoteName(state.names.spelling(column) ?? column);
  return converted([`COMMENT ON COLUMN ${owner}.${spelled} IS ${textLiteral(text)}`]);
}

/** Texts by parameter; what is no text, as NULL, is left out. */
function readArguments(cursor: Cursor): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (let place = 0; !cursor.atEnd && !cursor.isSymbol(';'); place++) {
    let parameter: string | undefined = PARAMETERS[place];
    if (cursor.isSymbol('=', 1)) {
      parameter = cursor.take().text.slice(1).toLowerCase();
      cursor.take();
    }
    const { kind, text } = cursor.take();
    const isText = kind === 'string' || kind === 'name' || (kind === 'word' && !/^(?:null|default)$/i.test(text));
    if (isText && parameter !== undefined)
      values.set(parameter, kind === 'string' ? stringValue(text, cursor.rules) : text.replace(/^[["]|[\]"]$/g, ''));
    if (!cursor.acceptSymbol(',')) break;
  }
  return values;
}
