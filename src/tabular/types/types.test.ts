import { describe, expect, test } from 'vitest';
import { columnOf, tableOf } from '../testing/preview-text.ts';

async function kindOf(...cells: readonly string[]): Promise<string> {
  return (await columnOf(cells)).type.kind;
}

describe('numbers', () => {
  test.each([
    ['integer', ['1', '0', '-5', '2147483647']],
    ['integer', ['0', '1', '1']],
    ['integer', [' 12 ', '7']],
    ['bigint', ['1', '2147483648']],
    ['bigint', ['-9223372036854775808']],
    ['numeric', ['1', '9223372036854775808']],
    ['numeric', ['1.5', '2', '-.5', '0.123']],
    ['numeric', ['1,234.50', '12.5']],
    ['integer', ['1,234,567', '12']],
    ['integer', ['1,234', '567', '89,012']],
    ['double precision', ['1e5', '2.5E-7', '3']],
    ['numeric', ['1’234.50', '7.25']],
    ['integer', ['1\u00a0234', '12']],
    // What would lose something as a number.
    ['text', ['007', '008']],
    ['text', ['00123', '45678']],
    ['text', ['+4915112345', '+351912345678']],
    ['text', ['912 345 678', '913 222 111']],
    ['text', ['192.168.100.101', '192.168.100.102']],
    ['text', ['1.2.3', '1.10.0']],
    ['text', ['1e999', '1']],
    ['text', ['12%', '13%']],
    ['text', ['$5', '$7']],
    ['text', ['1.5', '2,5']],
    ['text', ['1', 'two', '3']],
    ['text', ['0x1F', '0x2A']],
    ['text', ['Infinity', '1']],
  ])('%s: %j', async (kind, cells) => {
    expect(await kindOf(...cells)).toBe(kind);
  });

  test('a decimal comma is read where a column is consistent about it', async () => {
    const column = await columnOf(['1,5', '1.234,75', '12', '2.000']);
    expect(column.type).toEqual({ kind: 'numeric', decimalMark: ',' });
    expect(column.evidence).toContain('decimal comma');
  });

  test('three digits behind a comma stay text where nothing tells what they are', async () => {
    const column = await columnOf(['1,234', '2,500']);
    expect(column.type.kind).toBe('text');
    expect(column.ambiguity).toContain('“1,234”');
  });

  test('another column of the file may tell', async () => {
    const { columns } = await tableOf('x.csv', 'a;b;c\n1,234;0,5;1.500\n2,500;1,25;2.000\n');
    expect(columns.map(({ type }) => type)).toEqual([
      { kind: 'numeric', decimalMark: ',' },
      { kind: 'numeric', decimalMark: ',' },
      { kind: 'integer', decimalMark: ',' },
    ]);
  });

  test('every row counts: the last one of many decides', async () => {
    const cells = Array.from({ length: 5_000 }, (_, index) => String(index));
    expect(await kindOf(...cells)).toBe('integer');
    const column = await columnOf([...cells, 'unknown']);
    expect(column.type.kind).toBe('text');
    expect(column.evidence).toBe('5,000 of 5,001 values are whole numbers, but line 5002 has “unknown”');
  });
});

describe('dates and times', () => {
  test.each([
    ['date', ['2024-01-31', '2024-02-29']],
    ['date', ['31.01.2024', '1.2.2024']],
    ['date', ['2024/01/31']],
    ['date', ['31/01/2024', '01/02/2024']],
    ['date', ['01/31/2024', '02/01/2024']],
    ['date', ['31-12-2024', '01-02-2024']],
    ['timestamp', ['2024-01-31 10:00', '2024-01-31T10:00:05.123']],
    ['timestamp', ['2024-01-31', '2024-01-31 10:00']],
    ['timestamp', ['1/31/2024 1:45 PM', '12/1/2024 12:00 AM']],
    ['timestamptz', ['2024-01-31T10:00:00Z', '2024-01-31T10:00:00+02:00']],
    ['timestamptz', ['2024-01-31 10:00:00+02', '2024-01-31 10:00:00 UTC']],
    ['time', ['10:00', '23:59:59.5']],
    ['time', ['1:30 pm', '12:05 am']],
    ['text', ['2024-01-31T10:00:00Z', '2024-01-31T10:00:00']],
    ['text', ['2024-02-30']],
    ['text', ['2023-02-29']],
    ['text', ['0000-00-00']],
    ['text', ['31/12/2024', '12/31/2024']],
    ['text', ['25:30', '10:00']],
    ['text', ['01.02.24']],
    ['integer', ['20240131', '20240201']],
  ])('%s: %j', async (kind, cells) => {
    expect(await kindOf(...cells)).toBe(kind);
  });

  test('one row decides the order of day and month', async () => {
    expect((await columnOf(['01/02/2024', '13/02/2024'])).type).toEqual({ kind: 'date', order: 'dmy' });
    expect((await columnOf(['01/02/2024', '02/13/2024'])).type).toEqual({ kind: 'date', order: 'mdy' });
  });

  test('dates that no row decides stay text, and the preview says so', async () => {
    const column = await columnOf(['01/02/2024', '03/04/2024']);
    expect(column.type.kind).toBe('text');
    expect(column.ambiguity).toContain('“01/02/2024”');
  });

  test('another column of the file decides for them', async () => {
    const { columns } = await tableOf('x.csv', 'a,b\n01/02/2024,30/01/2024\n03/04/2024,05/01/2024\n');
    expect(columns[0]?.type).toEqual({ kind: 'date', order: 'dmy' });
    expect(columns[0]?.evidence).toContain('as in other columns');
  });
});

describe('words', () => {
  test.each([
    ['boolean', ['true', 'FALSE']],
    ['boolean', ['true', 'true']],
    ['boolean', ['t', 'f']],
    ['boolean', ['Yes', 'no']],
    ['boolean', ['Y', 'N', 'Y']],
    // Norwegians, women.
    ['text', ['no', 'no']],
    ['text', ['f', 'f']],
    ['text', ['yes', 'f']],
    ['text', ['true', 'maybe']],
    ['uuid', ['550e8400-e29b-41d4-a716-446655440000', '550E8400-E29B-41D4-A716-446655440001']],
    ['text', ['550e8400-e29b-41d4-a716-44665544000']],
    ['jsonb', ['{"a": 1}', '[1, 2]']],
    ['text', ['{"a": 1}', '{a: 1}']],
    ['text', ['[draft] x', '[final]']],
  ])('%s: %j', async (kind, cells) => {
    expect(await kindOf(...cells)).toBe(kind);
  });
});

describe('no value', () => {
  test('an empty cell, NULL, \\N and n/a are none in any column', async () => {
    const column = await columnOf(['a', '', 'NULL', '\\N', 'n/a']);
    expect(column).toMatchObject({ type: { kind: 'text' }, missing: 4, nullable: true });
  });

  test('NA and - are none among numbers, and words among words', async () => {
    expect(await columnOf(['1', 'NA', '-', '""'])).toMatchObject({ type: { kind: 'integer' }, missing: 3 });
    const words = await columnOf(['PT', 'NA', 'DE']);
    expect(words).toMatchObject({ type: { kind: 'text' }, missing: 0 });
    expect(words.evidence).toContain('“NA” stay text');
  });

  test('the words can be chosen', async () => {
    const column = await columnOf(['1', 'none given', '2'], { nullWords: ['', 'none given'] });
    expect(column).toMatchObject({ type: { kind: 'integer' }, missing: 1 });
    expect((await columnOf(['a', 'NULL'], { nullWords: [''] })).missing).toBe(0);
  });

  test('a column without any is text', async () => {
    expect(await columnOf(['', ''])).toMatchObject({ type: { kind: 'text' }, evidence: 'no values', nullable: true });
  });
});
