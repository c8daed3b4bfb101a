import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../platform/errors.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { previewTabular } from './preview.ts';
import { previewText, tableOf } from './testing/preview-text.ts';

describe('delimiter', () => {
  test.each([
    [',', 'a,b\n1,x\n2,y\n'],
    [';', 'a;b\n1,5;x\n2,5;y\n'],
    ['\t', 'a\tb\n1, 2\tx\n2\ty\n'],
    ['|', 'a|b|c\n1|x, y|z\n2|y|z\n'],
    [';', 'name;notes\nAna;"a, b, c"\nBo;"d, e, f"\n'],
    [';', 'sep=;\na;b\n1;2\n'],
    [',', 'one\nof a, kind\nthree\n'],
  ])('%j', async (delimiter, text) => {
    expect((await previewText('x.csv', text)).delimited?.delimiter).toBe(delimiter);
  });

  test('it can be chosen', async () => {
    const { tables, delimited } = await previewText('x.csv', 'a;b,c\n1;2,3\n', { delimiter: ',' });
    expect(delimited).toMatchObject({ delimiter: ',', evidence: 'chosen' });
    expect(tables[0]?.columns.map(({ title }) => title)).toEqual(['a;b', 'c']);
  });

  test('the line that names it for Excel is no row', async () => {
    const table = await tableOf('x.csv', 'sep=;\r\nid;name\r\n1;Ana\r\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'name']);
    expect(table.rows).toEqual([['1', 'Ana']]);
  });
});

describe('header', () => {
  test.each([
    [true, 'id,name\n1,Ana\n2,Bo\n'],
    [true, 'name,city\nAna,Lisbon\nBo,Berlin\n'],
    [true, 'country,2019,2020,2021\nPT,1,2,3\n'],
    [true, 'x,y\n1,2\n3,4\n'],
    [true, 'No,Name\n1,Ana\n'],
    [true, 'id,name\n'],
    [true, 'id,name\n1,Ana\nid,name\n2,Bo\n'],
    [false, '1,Ana\n2,Bo\n'],
    [false, 'Ana,2024-01-01\nBo,2024-01-02\n'],
    [false, 'red,S\nblue,M\nred,L\n'],
  ])('%j: %j', async (isPresent, text) => {
    const { delimited } = await previewText('x.csv', text);
    expect(delimited?.header).toMatchObject({ isPresent });
    expect(delimited?.header.evidence).not.toBe('');
  });

  test('it can be chosen', async () => {
    const table = await tableOf('x.csv', 'red,S\nblue,M\nred,L\n', { hasHeader: true });
    expect(table.columns.map(({ name }) => name)).toEqual(['red', 's']);
    expect(table.rowCount).toBe(2);
    const without = await tableOf('x.csv', 'id,name\n1,Ana\n', { hasHeader: false });
    expect(without.columns.map(({ name, title, type }) => [name, title, type.kind])).toEqual([
      ['column_1', null, 'text'],
      ['column_2', null, 'text'],
    ]);
  });
});

describe('names', () => {
  test('become good names in SQL and keep the title', async () => {
    const header = 'orderId,Straße,Preço (€),% of total,,order,ORDER,2024,数量,xmin,a b,A-B,HTTPStatus';
    const table = await tableOf('C:\\data\\My Sales 2024.csv', `${header}\n${'x,'.repeat(12)}x\n`, { hasHeader: true });
    expect(table.name).toBe('my_sales_2024');
    expect(table.columns.map(({ name }) => name)).toEqual([
      'order_id',
      'strasse',
      'preco',
      'percent_of_total',
      'column_5',
      'order',
      'order_2',
      '_2024',
      '数量',
      'xmin_2',
      'a_b',
      'a_b_2',
      'http_status',
    ]);
    expect(table.columns[2]?.title).toBe('Preço (€)');
  });

  test('are unique and short enough whatever the headers', async () => {
    const long = 'ä'.repeat(80);
    const table = await tableOf('x.csv', `${long},${long},a,a,a_2\n1,2,3,4,5\n`);
    const names = table.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(5);
    expect(names).toEqual(['a'.repeat(63), `${'a'.repeat(61)}_2`, 'a', 'a_3', 'a_2']);
  });
});

describe('rows of unequal length', () => {
  test('are reported with their lines', async () => {
    const { tables, warnings } = await previewText('x.csv', 'a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n');
    expect(tables[0]?.rows).toEqual([
      ['1', '2', '3'],
      ['1', '2', null],
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    expect(tables[0]?.columns[2]).toMatchObject({ nullable: true, missing: 1 });
    expect(warnings).toEqual([
      { message: '1 row with fewer cells (3 cells expected): the others are empty (line 3).', line: 3 },
      { message: '1 row with more cells (3 cells expected): those beyond are left out (line 4).', line: 4 },
    ]);
  });

  test('a delimiter at the end of each line makes no column', async () => {
    const { tables, warnings } = await previewText('x.csv', 'a,b\n1,2,\n3,4,\n');
    expect(tables[0]?.columns).toHaveLength(2);
    expect(warnings).toEqual([]);
    const both = await previewText('x.csv', 'a,b,\n1,2,\n3,4,\n');
    expect(both.tables[0]?.columns.map(({ isIncluded }) => isIncluded)).toEqual([true, true, false]);
    expect(both.warnings[0]?.message).toContain('without name and values');
  });

  test('row names of R get a column', async () => {
    const { tables, warnings } = await previewText('cars.csv', '"mpg","cyl"\n"Mazda",21,6\n"Datsun",22.8,4\n');
    expect(tables[0]?.columns.map(({ name, type }) => [name, type.kind])).toEqual([
      ['column_1', 'text'],
      ['mpg', 'numeric'],
      ['cyl', 'integer'],
    ]);
    expect(warnings[0]?.message).toContain('one name fewer');
  });
});

test('a preview shows the first rows and counts all', async () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => `${index},${'x'.repeat(500)}`);
  const table = await tableOf('x.csv', `id,note\n${lines.join('\n')}\n`);
  expect(table.rowCount).toBe(1_000);
  expect(table.rows).toHaveLength(20);
  expect(table.rows[19]?.[0]).toBe('19');
  expect(table.rows[0]?.[1]).toHaveLength(200);
});

describe('files that are refused', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  test.each([
    ['sales.xlsx', 'PK\x03\x04....', 'is a spreadsheet', 'CSV'],
    ['sales.zip', 'PK\x03\x04....', 'ZIP', 'Unpack'],
    ['old.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Excel', 'CSV'],
    ['x.parquet', 'PAR1....', 'Parquet', 'CSV'],
    ['x.csv.gz', '\x1f\x8b\x08', 'gzip', 'Unpack'],
    ['x.png', '\x89PNG\r\n\x1a\n', 'picture', 'CSV'],
    ['x.db', 'SQLite format 3\0', 'SQLite', '.dump'],
    ['x.csv', 'a,b\0\0\0\x01\x02\x03', 'not a text file', 'CSV'],
    ['x.csv', '', 'no rows', 'header'],
    ['x.csv', ' \n\n', 'no rows', 'header'],
    ['x.json', '[]', 'no rows', 'header'],
  ])('%s: %j', async (name, content, message, hint) => {
    await expect(previewTabular({ name, bytes: bytes(content) })).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  test('too large, too many columns', async () => {
    const large = { name: 'x.csv', bytes: new Uint8Array(MAX_FILE_BYTES + 1) };
    await expect(previewTabular(large)).rejects.toMatchObject({
      code: 'file/too-large',
      message: expect.stringContaining('101 MB'),
    });
    const wide = 'a,'.repeat(10_000);
    await expect(previewText('x.csv', `${wide}\n${wide}\n`)).rejects.toMatchObject({
      code: 'file/too-large',
      message: expect.stringContaining('1,600'),
    });
  });
});

test('any bytes give a preview or an error that says something', async () => {
  const names = fc.constantFrom('x.csv', 'x.tsv', 'x.json', 'x.ndjson', 'x.txt', 'x');
  const pieces = [
    '{"a":',
    '[',
    ']',
    '}',
    '"',
    ',',
    ';',
    '\n',
    '1',
    '007',
    'é',
    '\\',
    '{"b":[{"c":1}]}',
    'null',
    ':',
    '\ufeff',
    '\t',
    '31/12/2024',
  ];
  const text = fc
    .array(fc.constantFrom(...pieces), { maxLength: 40 })
    .map((parts) => new TextEncoder().encode(parts.join('')));
  const content = fc.oneof(fc.uint8Array({ maxLength: 300 }), text);
  await fc.assert(
    fc.asyncProperty(names, content, async (name, bytes) => {
      try {
        const { tables } = await previewTabular({ name, bytes });
        expect(tables.length).toBeGreaterThan(0);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
        expect((thrown as AppError).hint).toBeTruthy();
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('long files', () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},text ${index},2024-01-01`);
  const bytes = new TextEncoder().encode(`id,name,day\n${rows.join('\n')}\n`);

  test('say how far they are, and end there', async () => {
    const seen: number[] = [];
    await previewTabular({ name: 'x.csv', bytes }, {}, { onProgress: ({ doneBytes }) => seen.push(doneBytes) });
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('can be cancelled midway, from outside', async () => {
    const controller = new AbortController();
    let stoppedAt = 0;
    const onProgress = ({ doneBytes }: { doneBytes: number }) => {
      stoppedAt = doneBytes;
      setTimeout(() => controller.abort(), 0);
    };
    const call = previewTabular({ name: 'x.csv', bytes }, {}, { signal: controller.signal, onProgress });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(stoppedAt).toBeLessThan(bytes.length);
  });
});
