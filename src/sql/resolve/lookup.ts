/** Finds what a column reference means, as Postgres does (parse_relation.c): outwards from where it stands. */
import type { ColumnRef } from 'libpg-query';
import { namesIn } from '../tree.ts';
import { unsupported } from '../unsupported.ts';
import type { ResolveContext } from './context.ts';
import { hasUnknown, knownNames } from './faults.ts';
import type {
  ColumnReference,
  ColumnTarget,
  MergedReference,
  Reference,
  Source,
  SourceColumn,
  View,
  VisibleColumn,
} from './model.ts';
import { nearestNames } from './nearest-names.ts';
import { ambiguousName, ambiguousTable, tableNotInQuery, unknownColumn } from './unknown-name.ts';

const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);

/**
 * Null when it may belong to a table that is unknown.
 * @throws AppError `sql/unknown-column` or `sql/unknown-table` when it means nothing, or more than one thing
 */
export function lookUp(reference: ColumnRef, view: View | null, context: ResolveContext): Reference | null {
  const names = namesIn(reference.fields);
  const name = names.at(-1) ?? '';
  if (names.length === 1) return lookUpBareName(name, view, reference, context);
  if (names.length > 3) throw unsupported('database-name', positionOf(reference, context));
  const found = findSource(names.slice(0, -1), view, reference, context);
  const column = found && columnOf(found.source, name, reference, context);
  return found && column && referredTo(seen(found.source, column, view, found.view));
}

/** The source of `orders.*`; null and throws as `lookUp` does. */
export function lookUpStar(reference: ColumnRef, view: View | null, context: ResolveContext): Source | null {
  const names = namesIn(reference.fields).slice(0, -1);
  const found = findSource(names, view, reference, context);
  if (found) markPassed(found.source, view, found.view);
  return found?.source ?? null;
}

function lookUpBareName(
  name: string,
  view: View | null,
  reference: ColumnRef,
  context: ResolveContext,
): Reference | null {
  for (let current = view; current; current = current.outer) {
    const [column, another] = current.columns.filter((candidate) => candidate.name === name);
    if (another) throw ambiguousName(name, positionOf(reference, context));
    if (column) return referredTo(toReference(column.target, view, current));
  }
  for (let current = view; current; current = current.outer) {
    const source = current.sources.find((candidate) => candidate.name === name);
    if (source) return rowOf(source, view, current);
  }
  const position = positionOf(reference, context);
  if (SYSTEM_COLUMNS.has(name)) throw unsupported('system-column', position);
  const columns = outwards(view).flatMap((current) => current.columns);
  if (hasUnknown(columns)) return null;
  throw unknownColumn(name, knownNames(columns), position, context.text.hasWordAt(reference.location, '"'));
}

/** A function that returns single values is one value under its name: `elem` of `jsonb_array_elements(…) AS elem`. */
function rowOf(source: Source, view: View | null, found: View): Reference {
  const [value] = source.columns;
  if (source.kind === 'function' && source.isScalar && value) return referredTo(seen(source, value, view, found));
  markPassed(source, view, found);
  return { kind: 'row', source };
}

export function toReference(target: ColumnTarget, view: View | null, found: View): ColumnReference | MergedReference {
  if (target.kind === 'column') return seen(target.source, target.column, view, found);
  return {
    kind: 'merged',
    left: toReference(target.left, view, found),
    right: toReference(target.right, view, found),
  };
}

/** Notes that a column has to be found under its name. */
export function referredTo<Found extends ColumnReference | MergedReference>(reference: Found): Found {
  if (reference.kind === 'merged') {
    referredTo(reference.left);
    referredTo(reference.right);
  } else if (reference.column.origin.kind === 'output') reference.column.origin.output.isReferred = true;
  return reference;
}

function seen(source: Source, column: SourceColumn, view: View | null, found: View): ColumnReference {
  markPassed(source, view, found);
  return { kind: 'column', source, column, view: view ?? found };
}

/** Every query between the reference and what it means must leave that name alone. */
function markPassed(source: Source, from: View | null, found: View): void {
  for (let current = from; current && current !== found; current = current.outer) {
    if (current.scope !== found.scope) current.scope.outerReferences.add(source);
  }
}

interface FoundSource {
  readonly source: Source;
  readonly view: View;
}

function findSource(
  names: readonly string[],
  view: View | null,
  reference: ColumnRef,
  context: ResolveContext,
): FoundSource | null {
  for (let current = view; current; current = current.outer) {
    const [source, another] = current.sources.filter((candidate) => answersTo(candidate, names));
    if (another) throw ambiguousTable(names.join('.'), positionOf(reference, context));
    if (source) return { source, view: current };
  }
  const sources = outwards(view).flatMap((current) => current.sources);
  const unknown = sources.filter(({ kind, columns }) => kind === 'table' && hasUnknown(columns));
  const misspelt = unknown.map(({ name }) => ({ name, text: name }));
  if (nearestNames(names.at(-1) ?? '', misspelt).length > 0) return null;
  const known = sources.filter((source) => !unknown.includes(source));
  throw tableNotInQuery(names, known, positionOf(reference, context));
}

function answersTo(source: Source, names: readonly string[]): boolean {
  const [first, second] = names;
  if (second === undefined) return source.name === first;
  return (
    source.kind === 'table' && !source.hasAlias && source.table.namespace === first && source.table.name === second
  );
}

function columnOf(source: Source, name: string, reference: ColumnRef, context: ResolveContext): SourceColumn | null {
  const [column, another] = source.columns.filter((candidate) => candidate.name === name);
  const written = `${source.name}.${name}`;
  if (another) throw ambiguousName(written, positionOf(reference, context));
  if (column) return column;
  if (SYSTEM_COLUMNS.has(name)) throw unsupported('system-column', positionOf(reference, context));
  if (hasUnknown(source.columns)) return null;
  throw unknownColumn(written, knownNames(source.columns), positionOf(reference, context));
}

/** Where a name is looked for, from the inside out. */
function outwards(view: View | null): readonly View[] {
  const views: View[] = [];
  for (let current = view; current; current = current.outer) views.push(current);
  return views;
}

function positionOf(reference: ColumnRef, context: ResolveContext): number | undefined {
  return context.text.positionOfByte(reference.location);
}

/** The columns of a source as a bare name sees them. */
export function visibleColumns(source: Source): VisibleColumn[] {
  return source.columns.map((column) => ({ name: column.name, target: { kind: 'column', source, column } }));
}
