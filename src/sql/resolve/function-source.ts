import type { Node, RangeFunction } from 'libpg-query';
import { itemsOf, namesIn, under } from '../tree.ts';
import { unsupported } from '../unsupported.ts';
import type { ResolveContext, Surroundings } from './context.ts';
import { listedColumns } from './declarations.ts';
import { resolveExpression } from './expressions.ts';
import { functionColumns } from './function-columns.ts';
import { implicitName, UNNAMED } from './implicit-name.ts';
import type { Declaration, FunctionSource, SourceColumn, View } from './model.ts';

/** The column that WITH ORDINALITY adds. */
const ORDINALITY = 'ordinality';

/** @param view what stands before it in FROM: functions see that without LATERAL */
export function resolveFunction(
  range: RangeFunction,
  view: View,
  surroundings: Surroundings,
  context: ResolveContext,
): FunctionSource {
  const call = itemsOf(range.functions?.[0])[0];
  if (!call || range.is_rowsfrom) throw unsupported('rows-from');
  resolveExpression(call, { ...surroundings, view }, context);
  const ownName = implicitName(call, { column: () => undefined, subquery: () => UNNAMED });
  const alias = range.alias?.aliasname;
  const { names, isScalar } = columnsOf(call, context);
  const defined = (range.coldeflist ?? []).map((node) => under(node, 'ColumnDef').colname ?? '');
  const own = defined.length > 0 ? defined : (names ?? [alias ?? ownName]);
  const all = range.ordinality ? [...own, ORDINALITY] : own;
  const written = namesIn(range.alias?.colnames);
  const isFixed = defined.length > 0 || (names !== null && written.length === 0 && !hasTwins(all));
  const declaration = isFixed ? null : listOf(written, all);
  const source: FunctionSource = {
    kind: 'function',
    name: alias ?? ownName,
    declaration,
    isScalar: isScalar && all.length === 1 && defined.length === 0,
    columns: declaration ? listedColumns(declaration) : all.map(fixedColumn),
  };
  context.found.sources.set(range, source);
  return source;
}

function columnsOf(call: Node, { schema }: ResolveContext): ReturnType<typeof functionColumns> {
  return 'FuncCall' in call ? functionColumns(call.FuncCall, schema) : { names: null, isScalar: true };
}

function listOf(written: readonly string[], own: readonly string[]): Declaration {
  const count = Math.max(written.length, own.length);
  const names = Array.from({ length: count }, (_, index) => written[index] ?? own[index] ?? '');
  return { names, written: written.length, rest: [] };
}

function fixedColumn(name: string): SourceColumn {
  return { name, origin: { kind: 'fixed' } };
}

function hasTwins(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}
