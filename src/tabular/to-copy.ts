/** A previewed table as SQL: the statement that makes it, and its rows in the text format of COPY (documentation, COPY). */
import { quoteName, textLiteral } from '../schema/names.ts';
import { cellText } from './cells.ts';
import { REPORTED_PLACES, SHOWN_CHARACTERS } from './limits.ts';
import { Pace, type PaceOptions } from './pacing.ts';
import { batchesOf } from './preview.ts';
import type { ColumnPreview, TablePreview } from './preview-model.ts';
import { unreadable } from './refusal.ts';
import type { Reading, TabularFile } from './source.ts';
import type { ColumnType } from './types/column-type.ts';
import { converterOf } from './types/convert.ts';

export interface TabularCopy {
  /** `CREATE TABLE …;` and the comments that keep the file's own names. */
  readonly createTable: string;
  /** `COPY … FROM STDIN`, for the text that follows. */
  readonly copyStatement: string;
  /** The rows, read from the file again piece by piece. To be run through once. */
  copyText(): AsyncGenerator<string>;
  /** Complete once `copyText` has ended. */
  report(): CopyReport;
}

export interface CopyReport {
  readonly rowCount: number;
  /** Cells that do not fit the chosen type. Their rows are copied, with NULL in their place. */
  readonly misfitCount: number;
  /** The first of them. */
  readonly misfits: readonly Misfit[];
}

export interface Misfit {
  readonly line: number;
  /** Name of the column. */
  readonly column: string;
  readonly value: string;
}

/** Characters of COPY text that are handed over at a time. */
const PIECE_CHARACTERS = 256 * 1024;

/**
 * @param reading of the preview, unchanged
 * @param table of the preview; its name, and its columns' names, types and `isIncluded` may have been changed
 */
export function toCopy(
  file: TabularFile,
  reading: Reading,
  table: TablePreview,
  options: PaceOptions = {},
): TabularCopy {
  const columns = table.columns.flatMap((column, index) => (column.isIncluded ? [{ ...column, index }] : []));
  if (columns.length === 0) {
    throw unreadable({ message: `No column of “${table.title}” is chosen.`, hint: 'Choose at least one.' });
  }
  const misfits: Misfit[] = [];
  let misfitCount = 0;
  let rowCount = 0;

  async function* copyText(): AsyncGenerator<string> {
    const pace = new Pace(file.bytes.length, options);
    const converters = columns.map(({ type }) => converterOf(type));
    let lines: string[] = [];
    let length = 0;
    for (const batch of batchesOf(file, reading)) {
      if (batch.table === table.index) {
        for (const { cells, line } of batch.rows) {
          const fields: string[] = [];
          for (let place = 0; place < columns.length; place++) {
            const column = columns[place];
            if (!column) continue;
            const cell = cells[column.index];
            const value = converters[place]?.(cell);
            if (value === undefined) {
              misfitCount++;
              const text = cellText(cell) ?? '';
              if (misfits.length < REPORTED_PLACES) {
                misfits.push({ line, column: column.name, value: text.slice(0, SHOWN_CHARACTERS) });
              }
            }
            fields.push(value === undefined || value === null ? '\\N' : escaped(value));
          }
          const text = `${fields.join('\t')}\n`;
          lines.push(text);
          length += text.length;
          rowCount++;
          if (length >= PIECE_CHARACTERS) {
            yield lines.join('');
            lines = [];
            length = 0;
          }
        }
      }
      await pace.step(batch.doneBytes);
    }
    if (lines.length > 0) yield lines.join('');
  }

  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  return {
    createTable: createTable(table, columns),
    copyStatement: `COPY ${quoteName(table.name)} (${names}) FROM STDIN`,
    copyText,
    report: () => ({ rowCount, misfitCount, misfits }),
  };
}

function createTable(table: TablePreview, columns: readonly ColumnPreview[]): string {
  const name = quoteName(table.name);
  const definitions = columns.map((column) => {
    // A chosen type may leave cells without a value; the detected one leaves those that have none already.
    const isRequired = table.rowCount > 0 && !column.nullable && isSameType(column.type, column.detectedType);
    return `  ${quoteName(column.name)} ${column.type.kind}${isRequired ? ' NOT NULL' : ''}`;
  });
  const comments = columns.flatMap((column) =>
    column.title === null || column.title === column.name
      ? []
      : [`COMMENT ON COLUMN ${name}.${quoteName(column.name)} IS ${textLiteral(storable(column.title))};`],
  );
  const statements = [`CREATE TABLE ${name} (\n${definitions.join(',\n')}\n);`];
  if (table.title !== table.name && table.title !== '') {
    statements.push(`COMMENT ON TABLE ${name} IS ${textLiteral(storable(table.title))};`);
  }
  return [...statements, ...comments].join('\n');
}

function isSameType(a: ColumnType, b: ColumnType): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** No text in Postgres holds a NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

function escaped(value: string): string {
  if (!/[\\\t\n\r]/.test(value)) return value;
  return value.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
