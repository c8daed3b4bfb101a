import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../platform/errors.ts';
import { MAX_CELL_CHARACTERS } from '../limits.ts';
import { DELIMITERS, DelimitedReader, type Delimiter } from './reader.ts';

type Cells = readonly (string | null)[];

function readerOf(delimiter: Delimiter, lineEnd: '\n' | '\r' = '\n') {
  return new DelimitedReader({ delimiter, lineEnd, nullWords: ['', 'NULL'] });
}

/** @param cuts lengths of the pieces that the text comes in */
function read(text: string, delimiter: Delimiter = ',', cuts: readonly number[] = []): Cells[] {
  const reader = readerOf(delimiter);
  const rows: Cells[] = [];
  let rest = text;
  for (const cut of cuts) {
    rows.push(...reader.push(rest.slice(0, cut), false).map((row) => row.cells as Cells));
    rest = rest.slice(cut);
  }
  rows.push(...reader.push(rest, true).map((row) => row.cells as Cells));
  return rows;
}

const delimiter = fc.constantFrom(...DELIMITERS);
const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 });
/** Texts in which all that is special comes up often. */
const special = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r\n', '\r', ' ', 'a', 'ü', '😀', 'NULL'),
  maxLength: 12,
});
const cell = fc.oneof(special, fc.string({ maxLength: 8 }), fc.constant(null));

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** How a program may write a cell: in quotes where it must or where it likes to. */
function written(value: string | null, likesQuotes: boolean): string {
  if (value === null) return '';
  const mustQuote = /[",;\t|\r\n]/.test(value) || value === '' || value === 'NULL';
  return mustQuote || likesQuotes ? quoted(value) : value;
}

describe('reads back what was written', () => {
  test('with any delimiter, quoting, line end and cut', () => {
    const file = fc.record({
      rows: fc
        .integer({ min: 2, max: 5 })
        .chain((width) => fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }))),
      delimiter,
      lineEnd: fc.constantFrom('\n', '\r\n'),
      endsWithLine: fc.boolean(),
      cuts,
    });
    fc.assert(
      fc.property(file, ({ rows, delimiter, lineEnd, endsWithLine, cuts }) => {
        const lines = rows.map((row) => row.map(([value, likes]) => written(value, likes)).join(delimiter));
        const text = lines.join(lineEnd) + (endsWithLine && lines.length > 0 ? lineEnd : '');
        expect(read(text, delimiter, cuts)).toEqual(rows.map((row) => row.map(([value]) => value)));
      }),
      { numRuns: 500 },
    );
  });

  test('in pieces as in one, whatever the text', () => {
    fc.assert(
      fc.property(special, special, special, delimiter, cuts, (a, b, c, delimiter, cuts) => {
        const text = `${a}${b}${c}`;
        expect(read(text, delimiter, cuts)).toEqual(read(text, delimiter));
      }),
      { numRuns: 1_000 },
    );
  });
});

test('agrees with Papa Parse wherever that reads the same format', () => {
  const text = fc.array(fc.constantFrom('"', '""', ',', '\n', ' ', 'a', 'b c', '"x"', '",', '\n"'), { maxLength: 30 });
  fc.assert(
    fc.property(text, (parts) => {
      const text = parts.join('');
      const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: false });
      // Of a quote that is never closed it leaves doubled ones inside.
      fc.pre(errors.every(({ code }) => code !== 'MissingQuotes'));
      // It makes rows of blank lines, and knows no NULL.
      const expected = data.filter((cells) => cells.length !== 1 || cells[0] !== '');
      const ours = read(text).map((cells) => cells.map((value) => value ?? ''));
      expect(ours.filter((cells) => cells.length !== 1 || cells[0] !== '')).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

describe('cells', () => {
  test('an empty cell is no value, an empty text in quotes is one', () => {
    expect(read('a,,""\nNULL,"NULL",x')).toEqual([
      ['a', null, ''],
      [null, 'NULL', 'x'],
    ]);
  });

  test('quotes that close nothing are characters', () => {
    const reader = readerOf(',');
    const rows = reader.push('0,x\n1,"he said "hi" twice"\n2,5" wide\n3,"x" y",z\n', true);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['0', 'x'],
      ['1', 'he said "hi" twice'],
      ['2', '5" wide'],
      ['3', 'x" y', 'z'],
    ]);
    expect(reader.strayQuotes).toEqual({ count: 4, firstLine: 2 });
  });

  test('blanks between a quote and the delimiter are padding', () => {
    expect(read('"a" ,"b"  \n"c",d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('lines', () => {
  test('rows know the line they begin on, quoted line breaks included', () => {
    const rows = readerOf(',').push('a,b\r\n"1\n2\r\n3",x\n\n\nlast,"y"', true);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 7]);
  });

  test('blank lines are no rows and are counted', () => {
    const reader = readerOf(',');
    expect(reader.push('a,b\n\n\r\n1,2\n', true)).toHaveLength(2);
    expect(reader.blankLines).toBe(2);
  });

  test('CR alone ends lines in files that have no LF', () => {
    expect(
      readerOf(',', '\r')
        .push('a,b\r"1\r2",3\r', true)
        .map(({ cells }) => cells),
    ).toEqual([
      ['a', 'b'],
      ['1\r2', '3'],
    ]);
  });
});

describe('limits', () => {
  test('a quote that is never closed takes the rest, and its line is known', () => {
    const reader = readerOf(',');
    expect(reader.push('a,b\n1,"x\n2,y\n', true)).toHaveLength(2);
    expect(reader.unclosedLine).toBe(2);
  });

  test('a huge cell is refused with its line, quoted or not, at once or in pieces', () => {
    const long = 'x'.repeat(MAX_CELL_CHARACTERS + 1);
    for (const text of [`a,b\n${long},1\n`, `a,b\n"${long}",1\n`, `a,b\n"${long}`]) {
      for (const isLast of [true, false]) {
        if (!isLast && !text.endsWith('\n')) continue;
        const error = errorOf(() => readerOf(',').push(text, isLast));
        expect(error).toMatchObject({ code: 'file/too-large', details: { line: 2 } });
      }
    }
  });

  test('time grows with the size of the file, whatever it holds', () => {
    for (const line of ['He said "hi" to me', 'a "b" c, d', '"', '"a', '"a" b']) {
      const text = `${line}\n`.repeat(20_000);
      const started = performance.now();
      try {
        const reader = readerOf(';');
        for (let at = 0; at < text.length; at += 65_536)
          reader.push(text.slice(at, at + 65_536), at + 65_536 >= text.length);
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'file/too-large' });
      }
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});

function errorOf(call: () => unknown): AppError {
  try {
    call();
  } catch (thrown) {
    return thrown as AppError;
  }
  return expect.fail('should have thrown');
}
