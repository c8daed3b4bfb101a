/** The columns of a table in a JSON file, found as its rows are read. */
import type { Cell, Row } from '../cells.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { beyondLimit, countText } from '../refusal.ts';
import type { JsonScanner } from './scanner.ts';

/** The column of elements that are no objects. */
const VALUE = 'value';

export class JsonTable {
  /** What the file calls it. */
  readonly title: string;
  /** Keys in the order in which they come up; null for columns that only have a place. */
  readonly titles: (string | null)[] = [];
  readonly #columns = new Map<string, number>();

  constructor(title: string) {
    this.title = title;
  }

  /** A column that no key of an element can be mistaken for. */
  addColumn(title: string | null): void {
    this.titles.push(title);
    if (this.titles.length > MAX_COLUMNS) {
      throw beyondLimit({
        message: `“${this.title}” has more than ${countText(MAX_COLUMNS)} different keys, and Postgres takes no more columns.`,
        hint: 'Keys that are values (dates, identifiers) belong into a list of objects.',
      });
    }
  }

  /** Takes back the columns beyond the first `count`: an element that turned out to be broken has added them. */
  keepColumns(count: number): void {
    for (const title of this.titles.splice(count)) if (title !== null) this.#columns.delete(title);
  }

  /** Reads an element. Its nested objects and arrays stay whole: they become values of type jsonb. */
  readRow(scanner: JsonScanner, leading: readonly Cell[] = []): Row {
    const line = scanner.line();
    const cells: Cell[] = [...leading];
    if (scanner.peek() === '{') {
      for (const key of scanner.entries()) place(cells, this.#column(key), scanner.cell());
    } else {
      place(cells, this.#column(VALUE), scanner.cell());
    }
    return { line, cells };
  }

  /** Reads an element that is itself a list; the place in it is the column. */
  readList(scanner: JsonScanner): Row {
    const line = scanner.line();
    const cells: Cell[] = [];
    if (scanner.peek() === '[') for (const _ of scanner.elements()) cells.push(scanner.cell());
    else cells.push(scanner.cell());
    while (this.titles.length < cells.length) this.addColumn(null);
    return { line, cells };
  }

  /** Takes a row's cells for the names of the columns. */
  nameColumns(header: Row): void {
    for (const [index, cell] of header.cells.entries()) {
      this.titles[index] = cell === null || typeof cell === 'string' ? cell : cell.text;
    }
  }

  #column(key: string): number {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    this.addColumn(key);
    this.#columns.set(key, this.titles.length - 1);
    return this.titles.length - 1;
  }
}

/** Without holes, which arrays with a late first element would otherwise have. */
function place(cells: Cell[], index: number, cell: Cell): void {
  while (cells.length < index) cells.push(null);
  cells[index] = cell;
}
