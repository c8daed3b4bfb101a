import type { JoinExpr } from 'libpg-query';
import { namesIn } from '../tree.ts';
import type { ResolveContext } from './context.ts';
import { hasUnknown, knownNames, orFault } from './faults.ts';
import type { FromPart } from './from.ts';
import { referredTo, toReference } from './lookup.ts';
import type { ColumnTarget, JoinedColumns, View, VisibleColumn } from './model.ts';
import { ambiguousName, unknownColumn } from './unknown-name.ts';

interface MergedColumns {
  readonly name: string;
  readonly left: ColumnTarget;
  readonly right: ColumnTarget;
}

/** The columns that USING lists; of a NATURAL JOIN, those that both sides have. */
export function mergedColumns(
  join: JoinExpr,
  left: FromPart,
  right: FromPart,
  context: ResolveContext,
): readonly MergedColumns[] {
  return sharedNames(join, left, right).flatMap((name) => {
    const [one, other] = [left, right].map((side) => orFault(context.faults, () => columnNamed(name, side, context)));
    return one && other ? [{ name, left: one, right: other }] : [];
  });
}

function sharedNames(join: JoinExpr, left: FromPart, right: FromPart): string[] {
  if (!join.isNatural) return namesIn(join.usingClause);
  const names = left.columns.map(({ name }) => name);
  return [...new Set(names.filter((name) => right.columns.some((column) => column.name === name)))];
}

/** Null when it may be one of a table that is unknown. */
function columnNamed(name: string, { columns }: FromPart, context: ResolveContext): ColumnTarget | null {
  const [column, another] = columns.filter((candidate) => candidate.name === name);
  if (another) throw ambiguousName(name, placeInUsing(name, context));
  if (column) return column.target;
  if (hasUnknown(columns)) return null;
  throw unknownColumn(name, knownNames(columns), placeInUsing(name, context));
}

/** The parser keeps no places of the names that USING lists. */
function placeInUsing(name: string, { text }: ResolveContext): number | undefined {
  for (const { index, 0: list } of text.sql.matchAll(/\busing\s*\([^)]*\)/giu)) {
    for (const written of list.matchAll(/[(,]\s*(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^\s,)]+))/gu)) {
      const { quoted, bare } = written.groups ?? {};
      if ((quoted?.replaceAll('""', '"') ?? bare?.toLowerCase()) !== name) continue;
      return index + written.index + written[0].search(/[^(,\s]/u) + 1;
    }
  }
  return undefined;
}

/** The merged columns first, then the others of each side. */
export function joinColumns(
  join: JoinExpr,
  left: FromPart,
  right: FromPart,
  pairs: readonly MergedColumns[],
): VisibleColumn[] {
  const isMerged = (column: VisibleColumn) => pairs.some((pair) => pair.name === column.name);
  return [
    ...pairs.map((pair): VisibleColumn => ({ name: pair.name, target: merged(join, pair) })),
    ...left.columns.filter((column) => !isMerged(column)),
    ...right.columns.filter((column) => !isMerged(column)),
  ];
}

function merged(join: JoinExpr, { left, right }: MergedColumns): ColumnTarget {
  if (join.jointype === 'JOIN_FULL') return { kind: 'merged', left, right };
  return join.jointype === 'JOIN_RIGHT' ? right : left;
}

export function referencesOf({ left, right }: MergedColumns, view: View): JoinedColumns {
  const reference = (target: ColumnTarget) => referredTo(toReference(target, view, view));
  return { left: reference(left), right: reference(right) };
}
