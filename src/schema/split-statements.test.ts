import fc from 'fast-check';
import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { splitStatements } from './split-statements.ts';

function texts(script: string): string[] {
  return splitStatements(script).map(({ text }) => text);
}

describe('splitStatements', () => {
  test.each([
    ['', []],
    [' ;; \n ; ', []],
    ['-- only a comment', []],
    ['SELECT 1', ['SELECT 1']],
    ['SELECT 1; SELECT 2 ;', ['SELECT 1', 'SELECT 2']],
    ["SELECT 'a;b''c;'; SELECT 2", ["SELECT 'a;b''c;'", 'SELECT 2']],
    ["SELECT 'back\\'; SELECT 2", ["SELECT 'back\\'", 'SELECT 2']],
    ["SELECT E'it\\'s;'; SELECT 2", ["SELECT E'it\\'s;'", 'SELECT 2']],
    ["SELECT E'a' -- more\n  'b\\';'; SELECT 2", ["SELECT E'a' -- more\n  'b\\';'", 'SELECT 2']],
    ["SELECT name'x\\'; SELECT 2", ["SELECT name'x\\'", 'SELECT 2']],
    ['SELECT "a;b""c"; SELECT 2', ['SELECT "a;b""c"', 'SELECT 2']],
    ['SELECT $$a;b$$; SELECT 2', ['SELECT $$a;b$$', 'SELECT 2']],
    ['SELECT $f$a;$$;b$f$; SELECT 2', ['SELECT $f$a;$$;b$f$', 'SELECT 2']],
    ['SELECT a$b$c; SELECT $1; SELECT d$b$e', ['SELECT a$b$c', 'SELECT $1', 'SELECT d$b$e']],
    ['SELECT 1 /* a; /* b; */ c; */ + 1; SELECT 2', ['SELECT 1 /* a; /* b; */ c; */ + 1', 'SELECT 2']],
    ['SELECT 1 -- one; two\n; SELECT 2', ['SELECT 1', 'SELECT 2']],
    ['CREATE TABLE t (a int; SELECT 2', ['CREATE TABLE t (a int', 'SELECT 2']],
    [
      'CREATE RULE r AS ON INSERT TO t DO (INSERT INTO u VALUES (1); DELETE FROM v); SELECT 2',
      ['CREATE RULE r AS ON INSERT TO t DO (INSERT INTO u VALUES (1); DELETE FROM v)', 'SELECT 2'],
    ],
    [
      'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3',
      [
        'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END',
        'SELECT 3',
      ],
    ],
    ['BEGIN; SELECT 1; END;', ['BEGIN', 'SELECT 1', 'END']],
    ["SELECT 'never closed; SELECT 2", ["SELECT 'never closed; SELECT 2"]],
    ['SELECT 1 /* never closed; SELECT 2', ['SELECT 1', '/* never closed; SELECT 2']],
    [
      "SET standard_conforming_strings = off; SELECT 'it\\'s;'; SELECT 2",
      ['SET standard_conforming_strings = off', "SELECT 'it\\'s;'", 'SELECT 2'],
    ],
    [
      "SET standard_conforming_strings TO 'off'; SET standard_conforming_strings = on; SELECT 'x\\'; SELECT 2",
      ["SET standard_conforming_strings TO 'off'", 'SET standard_conforming_strings = on', "SELECT 'x\\'", 'SELECT 2'],
    ],
  ])('%j', (script, expected) => {
    expect(texts(script)).toEqual(expected);
  });

  test('counts lines over BOM, CRLF, comments and strings', () => {
    const script = "\ufeff-- first\r\nSELECT 1;\r\n\r\nSELECT '\r\n';/*\r\n*/ SELECT 3;\rSELECT 4";
    expect(splitStatements(script).map(({ line, text }) => [line, text])).toEqual([
      [2, 'SELECT 1'],
      [4, "SELECT '\r\n'"],
      [6, 'SELECT 3'],
      [7, 'SELECT 4'],
    ]);
  });

  test('sets psql commands apart', () => {
    const script = '\\set x 1\nSELECT 1 \\gset\n\\connect "my db"\nSELECT 2;';
    expect(splitStatements(script).map(({ kind, line, text }) => [kind, line, text])).toEqual([
      ['psql', 1, '\\set x 1'],
      ['sql', 2, 'SELECT 1'],
      ['psql', 2, '\\gset'],
      ['psql', 3, '\\connect "my db"'],
      ['sql', 4, 'SELECT 2'],
    ]);
  });

  test('keeps the data of COPY FROM stdin', () => {
    const script =
      'COPY t (a, b) FROM stdin;\n1\tit;s\n2\t\\N\n\\.\n\nCOPY u FROM STDIN WITH (FORMAT csv);\r\n3\r\n\\.\r\nSELECT 1';
    expect(splitStatements(script)).toMatchObject([
      {
        kind: 'copy',
        text: 'COPY t (a, b) FROM stdin',
        stdin: { start: 19, end: 24 },
        data: '1\tit;s\n2\t\\N\n',
        dataLine: 2,
      },
      { kind: 'copy', data: '3\r\n', line: 6, dataLine: 7 },
      { kind: 'sql', text: 'SELECT 1', line: 9 },
    ]);
    expect(splitStatements('COPY t FROM stdin;')).toMatchObject([{ kind: 'copy', data: '' }]);
    expect(splitStatements('\\copy t from stdin csv\n1;2\n\\.\nSELECT 1')).toMatchObject([
      { kind: 'copy', text: 'copy t from stdin csv', stdin: { start: 12, end: 17 }, data: '1;2\n', closed: true },
      { kind: 'sql', text: 'SELECT 1', line: 4 },
    ]);
    expect(splitStatements('COPY t FROM stdin;\n1\\.\n \\.\n2')).toMatchObject([
      { data: '1\\.\n \\.\n2', closed: false },
    ]);
    expect(splitStatements("COPY t FROM '/tmp/x'; SELECT 'from stdin'")).toMatchObject([
      { kind: 'sql' },
      { kind: 'sql' },
    ]);
  });

  test.each([
    ["SELECT 1;\nSELECT 'a;\nb", { mark: "'", line: 2 }],
    ['SELECT "a', { mark: '"', line: 1 }],
    ["SELECT 1,\n  E'it\\'s", { mark: "'", line: 2 }],
    ['DO\n\n$body$ x; $bod$', { mark: '$body$', line: 3 }],
    ['SELECT 1\n/* x; /* y */', { mark: '/*', line: 2 }],
  ])('says what the script %j ends inside of', (script, unclosed) => {
    expect(splitStatements(script).at(-1)).toMatchObject({ unclosed });
    expect(splitStatements(script).filter((piece) => 'unclosed' in piece)).toHaveLength(1);
  });

  test('tells a statement by its first words', () => {
    const piece = splitStatements('/* x */ ( WITH "Q" AS (SELECT 1) SELECT 2)')[0];
    expect(piece).toMatchObject({ words: ['with', 'as', 'select', 'select'] });
  });
});

/** Parts of statements that hold a semicolon or a quote without ending anything. */
const fragment = fc.oneof(
  fc.constantFrom('SELECT', 'a', '1', '(', ')', ',', 'E', '$1', 'x$y', '-', '/', '1e', '::text', '{', '😀', 'ção'),
  fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.string().map((text) => `E'${text.replaceAll(/['\\]/g, '\\$&')}'`),
  fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
  fc.string().map((text) => `$q$${text.replaceAll('$', '')}$q$`),
  fc.string().map((text) => `/* /* ${text.replaceAll(/[*/]/g, '')} */ ; */`),
  fc.string().map((text) => `-- ${text.replaceAll(/[\r\n]/g, '')};\n`),
);
const statement = fc.array(fragment, { minLength: 1 }).map((parts) => `SELECT ${parts.join(' ')} z`);

describe('properties', () => {
  test('statements joined by semicolons come apart again, with their lines', () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 6 }),
        fc.constantFrom(';', ';\n', ' ;\r\n\n', ';--x;\n'),
        (all, join) => {
          const script = all.map((text) => text + join).join('');
          const pieces = splitStatements(script);
          expect(pieces.map(({ text }) => text)).toEqual(all);
          for (const { start, line } of pieces) expect(line).toBe(script.slice(0, start).split(/\r\n|\n|\r/).length);
        },
      ),
    );
  });

  /** A COPY with its data, or a psql command: what ends with a line and not with a semicolon. */
  const line = fc.oneof(
    fc.constantFrom('\\connect "my;db"', "\\set name 'x;", '\\restrict aB3', '\\unrestrict aB3'),
    fc
      .array(fc.string({ unit: fc.constantFrom(..."a;'$\t-/*"), minLength: 1 }), { maxLength: 3 })
      .map((rows) => `${['COPY t FROM stdin;', ...rows].join('\n')}\n\\.`),
  );

  test('a script is its pieces and what stands between them', () => {
    const parts = fc.array(
      fc.oneof(
        line,
        statement.map((text) => `${text};`),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, fc.boolean(), (all, marked) => {
        const script = (marked ? '\ufeff' : '') + all.map((text) => `${text}\n`).join('');
        let joined = marked ? '\ufeff' : '';
        const pieces = splitStatements(script);
        for (const piece of pieces) {
          joined += piece.text;
          if (piece.kind !== 'psql') joined += ';';
          joined += piece.kind === 'copy' ? `\n${piece.data}\\.\n` : '\n';
        }
        expect(joined).toBe(script);
        expect(pieces).toHaveLength(all.length);
      }),
    );
  });

  test('any text is split without loss, in order, and quickly', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'\'"$;\\-/*\n\r()Ea. 1'), maxLength: 200 });
    fc.assert(
      fc.property(noise, (script) => {
        let end = 0;
        for (const piece of splitStatements(script)) {
          expect(piece.start).toBeGreaterThanOrEqual(end);
          expect(script.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
          expect(piece.text.trim()).not.toBe('');
          end = piece.start + piece.text.length;
        }
      }),
    );
  });

  test('eight million characters take seconds at most', () => {
    const row = `INSERT INTO t (a, b) VALUES (1, 'some text'), (2, E'it\\'s'); -- note\n`;
    const script = row.repeat(8_000_000 / row.length);
    const start = performance.now();
    expect(splitStatements(script)).toHaveLength(Math.floor(8_000_000 / row.length));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe("against Postgres' own parser", () => {
  beforeAll(loadModule);

  const valid = fc.array(
    fc.oneof(
      fc
        .string({ unit: fc.constantFrom(..."a;'$\\-/*\n") })
        .map((text) => `SELECT '${text.replaceAll("'", "''")}' AS "x;"`),
      fc.string({ unit: fc.constantFrom(..."a;'$-/*\n ") }).map((text) => `SELECT $t$${text}$t$ /* ; */ + 1`),
      fc.string({ unit: fc.constantFrom(..."a;'\n") }).map((text) => `SELECT E'${text.replaceAll("'", "\\'")}'\n 'b'`),
      fc.constant('CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END'),
      fc.constant('CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; DELETE FROM v)'),
      fc.constant('-- ; a comment\nDELETE FROM t WHERE a -- ;\n = 1'),
    ),
    { minLength: 1, maxLength: 5 },
  );

  test('finds the same statements', () => {
    fc.assert(
      fc.property(valid, (all) => {
        const script = all.join(';\n');
        const own = splitStatements(script).flatMap(({ text }) => trees(text));
        expect(own).toEqual(trees(script));
        expect(own).toHaveLength(all.length);
      }),
    );
  });

  function trees(sql: string): unknown[] {
    return (parseSync(sql).stmts ?? []).map(({ stmt }) => plain(stmt));
  }

  /** A parse tree without positions. */
  function plain(tree: unknown): unknown {
    return JSON.parse(JSON.stringify(tree, (key, value) => (/location|_len$/.test(key) ? undefined : value)));
  }
});
