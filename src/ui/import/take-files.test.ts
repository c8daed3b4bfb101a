import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { takeFiles } from './take-files.ts';

const never = new AbortController().signal;

function dropped(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  return Object.entries(files).map(([path, content]) => ({
    path,
    file: new File([content], path.split('/').at(-1) ?? ''),
  }));
}

async function take(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  return await takeFiles(dropped(files), never);
}

function bytesOf(text: string, encoding: BufferEncoding): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, encoding));
}

describe('takeFiles', () => {
  it('takes one script as it is', async () => {
    expect(await take({ 'shop.sql': 'CREATE TABLE a ();' })).toEqual({
      taken: { kind: 'script', title: 'shop.sql', text: 'CREATE TABLE a ();', parts: [] },
      leftOut: [],
    });
  });

  it('takes a folder of migrations in order, without what takes them back and what is no script', async () => {
    const { taken, leftOut } = await take({
      'migrations/V10__b.sql': 'B;',
      'migrations/V9__a.sql': 'A;',
      'migrations/U9__a.sql': 'DROP;',
      'migrations/V9__a.down.sql': 'DROP;',
      'migrations/README.md': '# Read me',
    });
    expect(taken).toMatchObject({ kind: 'script', title: 'migrations' });
    expect(taken.kind === 'script' && taken.text).toMatch(/A;.*B;/s);
    expect(taken.kind === 'script' && taken.text).not.toContain('DROP');
    expect(leftOut).toEqual([
      '2 scripts that take back others: U9__a.sql, V9__a.down.sql',
      '1 file of other kinds: README.md',
    ]);
  });

  it('takes a down migration that is all there is', async () => {
    expect((await take({ 'down.sql': 'DROP TABLE a;' })).taken).toMatchObject({ kind: 'script' });
  });

  it.each([
    ['UTF-16 with its mark, as SQL Server Management Studio writes', bytesOf('\ufeffCREATE TABLE "ä" ();', 'utf16le')],
    ['UTF-8 with its mark', bytesOf('\ufeffCREATE TABLE "ä" ();', 'utf8')],
    ['Latin letters of Windows', bytesOf('CREATE TABLE "ä" ();', 'latin1')],
    ['a packed file', Uint8Array.from(gzipSync('CREATE TABLE "ä" ();'))],
  ])('reads %s', async (what, content) => {
    const name = what === 'a packed file' ? 'x.sql.gz' : 'x.sql';
    expect((await take({ [name]: content })).taken).toMatchObject({
      kind: 'script',
      title: 'x.sql',
      text: 'CREATE TABLE "ä" ();',
    });
  });

  it('takes files with rows together, and the result of the smart query', async () => {
    const rows = await take({ 'a.csv': 'x,y\n1,2', 'b.json': '[{"a": 1}]' });
    expect(rows.taken.kind === 'rows' && rows.taken.files.map(({ name }) => name)).toEqual(['a.csv', 'b.json']);
    const result = '{"types": [], "expert_sql_schema": 1}';
    expect((await take({ 'result.json': result })).taken).toEqual({ kind: 'smart-query', text: result });
  });

  it('takes an exported database', async () => {
    expect((await take({ 'shop.tar.gz': 'x' })).taken).toMatchObject({ kind: 'database', title: 'shop' });
  });

  it.each([
    [{ 'a.sql': 'SELECT 1;', 'b.csv': 'a,b\n1,2' }, /scripts and files with rows/],
    [{ 'shop.db': bytesOf('SQLite format 3\0', 'latin1') }, /SQLite database/],
    [{ 'dump.sql': bytesOf('PGDMP\u0001\u000e\0', 'latin1') }, /pg_dump archive/],
    [{ 'noise.sql': Uint8Array.from({ length: 2_000 }, (_, index) => (index * 37) % 256) }, /not a text file/],
    [{ 'x.sql.gz': 'no gzip at all' }, /cannot be unpacked/],
    [{ 'docs/README.md': 'x' }, /no SQL, CSV/],
  ])('says why nothing can be made of it: %#', async (files, message) => {
    await expect(take(files)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.any(String),
    });
  });
});
