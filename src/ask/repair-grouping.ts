/** Repairs of GROUP BY: what stands beside an aggregate without being grouped by is what people group by. */
import type { Fault, Fix } from './repair-fault.ts';
import {
  columnAt,
  insertedBehind,
  isKeyword,
  type QueryText,
  type SelectText,
  type Span,
  selectAround,
  spelled,
} from './repair-text.ts';

export function groupingFixes({ text, index }: Fault): readonly Fix[] {
  const select = selectAround(text, index);
  const column = columnAt(text, index);
  if (!select || !column) return [];
  const item = itemAround(text, select, index);
  const expressions = [...(item ? [spelled(text, item)] : []), spelled(text, column.span)];
  return [...new Set(expressions)].flatMap((expression) => groupedBy(text, select, expression));
}

/** The expression of the select list that a token stands in, without its alias. */
function itemAround({ tokens }: QueryText, select: SelectText, index: number): Span | null {
  const list = select.clauses.get('SELECT');
  if (!list || index >= list.to) return null;
  const separates = (at: number) => tokens[at]?.group === select.group && tokens[at]?.text === ',';
  let from = index;
  while (from > list.from + 1 && !separates(from - 1)) from--;
  if (isKeyword(tokens[from], 'DISTINCT')) from++;
  let to = index;
  while (to < list.to && !separates(to) && !(tokens[to]?.group === select.group && isKeyword(tokens[to], 'AS'))) to++;
  return { from, to };
}

function groupedBy(text: QueryText, { clauses }: SelectText, expression: string): Fix[] {
  const what = `grouped by ${expression}`;
  const groups = clauses.get('GROUP');
  if (groups) return [{ sql: insertedBehind(text, groups, `, ${expression}`), what }];
  const before = clauses.get('WHERE') ?? clauses.get('FROM');
  return before ? [{ sql: insertedBehind(text, before, ` GROUP BY ${expression}`), what }] : [];
}
