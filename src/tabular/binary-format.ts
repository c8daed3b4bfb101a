/** Files that are not text, told by their first bytes. */
import { unreadable } from './refusal.ts';

interface BinaryFormat {
  readonly magic: string;
  /** Where the magic bytes stand. */
  readonly at?: number;
  readonly title: string;
  readonly hint: string;
}

const UNPACK = 'Unpack it and drop the file inside.';
const NO_TABLE = 'Drop a CSV, TSV, JSON or NDJSON file.';
const SPREADSHEET = 'Open it in your spreadsheet program, choose “Save as” and then CSV (UTF-8), sheet by sheet.';

const FORMATS: readonly BinaryFormat[] = [
  { magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', title: 'an old Excel or Office file', hint: SPREADSHEET },
  { magic: '\x1f\x8b', title: 'packed with gzip', hint: UNPACK },
  { magic: 'BZh', title: 'packed with bzip2', hint: UNPACK },
  { magic: '\xfd7zXZ\0', title: 'packed with xz', hint: UNPACK },
  { magic: '\x28\xb5\x2f\xfd', title: 'packed with zstd', hint: UNPACK },
  { magic: '7z\xbc\xaf\x27\x1c', title: 'a 7z archive', hint: UNPACK },
  { magic: 'Rar!\x1a\x07', title: 'a RAR archive', hint: UNPACK },
  { magic: 'ustar', at: 257, title: 'a tar archive', hint: UNPACK },
  { magic: 'PAR1', title: 'a Parquet file', hint: 'Export it as CSV, for instance with DuckDB: COPY … TO … (HEADER).' },
  { magic: 'ARROW1', title: 'an Arrow file', hint: 'Export it as CSV or NDJSON.' },
  { magic: 'Obj\x01', title: 'an Avro file', hint: 'Export it as NDJSON.' },
  {
    magic: 'SQLite format 3\0',
    title: 'a SQLite database',
    hint: 'Write it out as SQL with “sqlite3 file .dump” and drop that.',
  },
  {
    magic: 'PGDMP',
    title: 'a pg_dump archive in its own format',
    hint: 'Turn it into SQL with “pg_restore -f dump.sql file” and drop that.',
  },
  { magic: '%PDF-', title: 'a PDF document', hint: NO_TABLE },
  { magic: '\x89PNG\r\n\x1a\n', title: 'a picture (PNG)', hint: NO_TABLE },
  { magic: '\xff\xd8\xff', title: 'a picture (JPEG)', hint: NO_TABLE },
  { magic: 'GIF8', title: 'a picture (GIF)', hint: NO_TABLE },
  { magic: 'RIFF', title: 'a picture, sound or film (RIFF)', hint: NO_TABLE },
  { magic: '\x7fELF', title: 'a program', hint: NO_TABLE },
  { magic: 'MZ\x90\0', title: 'a program', hint: NO_TABLE },
];

/** Throws when the bytes are of a known format that is not text. */
export function refuseBinary(fileName: string, bytes: Uint8Array): void {
  if (hasBytes(bytes, 'PK\x03\x04', 0) || hasBytes(bytes, 'PK\x05\x06', 0)) throw zipRefusal(fileName);
  const format = FORMATS.find(({ magic, at }) => hasBytes(bytes, magic, at ?? 0));
  if (format) throw unreadable({ message: `“${fileName}” is ${format.title}.`, hint: format.hint });
}

/** Spreadsheets and documents are ZIP archives too; their endings tell them apart. */
function zipRefusal(fileName: string): Error {
  if (/\.(xlsx|xlsm|xlsb|ods|numbers)$/i.test(fileName)) {
    return unreadable({ message: `“${fileName}” is a spreadsheet.`, hint: SPREADSHEET });
  }
  return unreadable({ message: `“${fileName}” is a ZIP archive.`, hint: UNPACK });
}

function hasBytes(bytes: Uint8Array, magic: string, at: number): boolean {
  for (let index = 0; index < magic.length; index++) {
    if (bytes[at + index] !== magic.charCodeAt(index)) return false;
  }
  return true;
}
