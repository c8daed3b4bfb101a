import { ANYTHING, hasUnknown } from './faults.ts';
import type { ColumnOrigin, Declaration, OutputColumn, SourceColumn } from './model.ts';
import { makeAnonymous } from './query.ts';

/**
 * The column list of a CTE or a derived table. What comes after its end needs a name of its own inside the query; the
 * columns of VALUES, which has no place for one, are listed whether the query lists them or not.
 */
export function declarationOf(written: readonly string[], outputs: readonly OutputColumn[]): Declaration {
  // Of an unknown table, as many as are written.
  if (hasUnknown(outputs)) return { names: [...written, ANYTHING.name], written: written.length, rest: [] };
  const isValues = outputs[0]?.list.kind === 'values';
  const listed = isValues ? outputs.length : Math.min(written.length, outputs.length);
  const rest = outputs.slice(listed);
  for (const output of rest) output.isNamed = true;
  makeAnonymous(outputs.slice(0, listed));
  return {
    names: outputs.slice(0, listed).map((output, index) => written[index] ?? output.name),
    written: Math.min(written.length, listed),
    rest,
  };
}

export function declaredColumns(declaration: Declaration): SourceColumn[] {
  return [
    ...listedColumns(declaration),
    ...declaration.rest.map((output) => ({ name: output.name, origin: { kind: 'output' as const, output } })),
  ];
}

export function listedColumns(declaration: Declaration): SourceColumn[] {
  return declaration.names.map((name, index) => {
    const origin: ColumnOrigin = { kind: 'declared', declaration, index };
    return { name, origin };
  });
}
