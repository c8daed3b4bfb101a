/** A few values of each column, so that a person sees what a table holds before asking about it. */
import type { QueryResult } from '../../database/contract.ts';
import type { Column, Table } from '../../schema/model.ts';
import { quoteName } from '../../schema/names.ts';
import { wholeName } from './table-changes.ts';

/** Values shown of a column. */
const MAX_VALUES = 4;
/** Characters shown of a value. */
const MAX_CHARACTERS = 32;
/** Rows that are looked at: some distinct values turn up, and nobody waits. */
const ROWS = 300;
/** Columns asked about, the first ones: the rest of a table that wide is not read either. */
const MAX_COLUMNS = 100;

/** By column name. */
export type SampleValues = ReadonlyMap<string, readonly string[]>;

export const NO_VALUES: SampleValues = new Map();

/**
 * Null when no column has values worth showing, or when looking could take long: a view may have to be computed whole.
 * Of a large table, rows from all over it: those that stand together often hold the same.
 */
export function sampleQuery(table: Table): string | null {
  const columns = columnsToSample(table);
  if (table.kind === 'view' || table.rowCount === 0 || columns.length === 0) return null;
  const outputs = columns.map(({ name }) => `left(${quoteName(name)}::text, ${MAX_CHARACTERS + 1})`);
  const percent = (100 * ROWS * 2) / table.rowCount;
  const sample = percent < 100 ? ` TABLESAMPLE BERNOULLI (${percent.toFixed(4)}) REPEATABLE (1)` : '';
  return `SELECT ${outputs.join(', ')} FROM ${wholeName(table)}${sample} LIMIT ${ROWS}`;
}

export function readSampleValues(table: Table, { rows }: Pick<QueryResult, 'rows'>): SampleValues {
  return new Map(
    columnsToSample(table).map(({ name }, index) => {
      const values = new Set<string>();
      for (const row of rows) {
        const value = row[index]?.replace(/\s+/g, ' ').trim();
        if (value) values.add(value.length > MAX_CHARACTERS ? `${value.slice(0, MAX_CHARACTERS)}…` : value);
        if (values.size === MAX_VALUES) break;
      }
      return [name, [...values]];
    }),
  );
}

/** Not those whose values are known, and no keys that are mere numbers. */
function columnsToSample(table: Table): readonly Column[] {
  const isKey = (name: string) =>
    table.primaryKey.includes(name) || table.foreignKeys.some(({ columns }) => columns.includes(name));
  return table.columns
    .filter(({ name, type, typeClass, allowedValues }) => {
      if (allowedValues.length > 0 || typeClass === 'boolean' || type === 'bytea') return false;
      return !(isKey(name) && (typeClass === 'integer' || type === 'uuid'));
    })
    .slice(0, MAX_COLUMNS);
}
