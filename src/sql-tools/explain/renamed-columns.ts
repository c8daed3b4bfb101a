import type { Schema } from '../../schema/model.ts';
import { quoteName } from '../../schema/names.ts';
import { parseStatement } from '../../sql/parse-sql.ts';
import { UNNAMED } from '../../sql/resolve/implicit-name.ts';
import { resolveStatement } from '../../sql/resolve/resolve.ts';
import { resultColumns } from '../../sql/resolve/result-columns.ts';
import type { RenamedColumn } from '../contract.ts';

/** Columns of the result of `sql` that its canonical spelling calls differently. Needs `loadParser`. */
export function renamedColumns(sql: string, canonical: string, schema: Schema): readonly RenamedColumn[] {
  const after = resultNames(canonical, schema);
  return resultNames(sql, schema).flatMap((from, index) => {
    const to = after[index];
    if (to === undefined || to === from || from === UNNAMED || to === UNNAMED) return [];
    return [{ from: quoteName(from), to: quoteName(to) }];
  });
}

function resultNames(sql: string, schema: Schema): readonly string[] {
  const parsed = parseStatement(sql);
  return resultColumns(parsed.statement, resolveStatement(parsed, schema)).map(({ name }) => name);
}
