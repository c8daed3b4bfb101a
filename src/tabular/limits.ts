/** What a dropped file may cost at most. Each limit is told to the person who runs into it. */

/** Bytes of a file: what a tab can hold as bytes, as text and as a table in memory all at once. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Columns of a table: Postgres takes no more (documentation, appendix K). */
export const MAX_COLUMNS = 1_600;
/** Characters of a cell. A quote that is never closed makes the rest of the file one cell. */
export const MAX_CELL_CHARACTERS = 1024 * 1024;
/** Characters of a row: an unfinished row is read again with each further piece of the file. */
export const MAX_ROW_CHARACTERS = 8 * 1024 * 1024;
/** Tables in one JSON file. */
export const MAX_TABLES = 100;
/** Nesting of JSON: Postgres' own parser runs in the browser's small call stack, which ends soon after. */
export const MAX_JSON_DEPTH = 100;
/** Rows that a preview shows. */
export const PREVIEW_ROWS = 20;
/** Characters of a cell that a preview or a report shows. */
export const SHOWN_CHARACTERS = 200;
/** Cells and lines that a report names one by one; beyond them it counts. */
export const REPORTED_PLACES = 20;
