/** Scripts that are rows for the most part, in each shape that they come in. */
import type { Dialect } from '../../src/dialect/dialect.ts';

type Shape = 'copy' | 'long inserts' | 'single inserts' | 'mysqldump';

export const ROW_SCRIPTS: readonly { readonly title: string; readonly dialect: Dialect; readonly shape: Shape }[] = [
  { title: 'COPY', dialect: 'postgres', shape: 'copy' },
  { title: 'INSERTs of 2,000 rows', dialect: 'postgres', shape: 'long inserts' },
  { title: 'INSERTs of one row', dialect: 'postgres', shape: 'single inserts' },
  { title: 'mysqldump', dialect: 'mysql', shape: 'mysqldump' },
];

const ROWS_PER_LONG_INSERT = 2_000;
const TABLE = 'CREATE TABLE big (id int, note varchar(200), price numeric(8,2), at timestamp);\n';

export function rowScript(shape: Shape, characters: number): string {
  const parts = [TABLE];
  let length = TABLE.length;
  for (let id = 0; length < characters; id += rowsOf(shape)) {
    const part = partFrom(shape, id);
    parts.push(part);
    length += part.length;
  }
  if (shape !== 'copy') return parts.join('');
  return `${TABLE}COPY big (id, note, price, at) FROM stdin;\n${parts.slice(1).join('')}\\.\n`;
}

function rowsOf(shape: Shape): number {
  return shape === 'long inserts' || shape === 'mysqldump' ? ROWS_PER_LONG_INSERT : 1;
}

function partFrom(shape: Shape, id: number): string {
  if (shape === 'copy') return `${id}\tit's a note of some length; no more\t12.50\t2024-01-01 10:00:00\n`;
  const quote = shape === 'mysqldump' ? "\\'" : "''";
  const rows = Array.from(
    { length: rowsOf(shape) },
    (_, index) => `(${id + index},'it${quote}s a note of some length; no more',12.50,'2024-01-01 10:00:00')`,
  );
  return `INSERT INTO ${shape === 'mysqldump' ? '`big`' : 'big'} VALUES ${rows.join(',')};\n`;
}
