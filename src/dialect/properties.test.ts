import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertQuery } from './convert-query.ts';
import { convertScript } from './convert-script.ts';
import { detectDialect } from './detect.ts';
import type { ForeignDialect } from './dialect.ts';
import { tokenize } from './lexer/lexer.ts';
import { LEXICAL_RULES } from './lexer/rules.ts';
import { stringValue } from './lexer/values.ts';
import { anyScript } from './testing/any-script.ts';

const DIALECTS: readonly ForeignDialect[] = ['mysql', 'sqlite', 'tsql'];

describe.each(DIALECTS)('%s', (dialect) => {
  test('what begins like no statement stays as it was written', () => {
    const [piece] = convertScript('SELEC Name FROM Users', dialect);
    expect(piece?.outcome).toEqual({ kind: 'converted', statements: ['SELEC Name FROM Users'], notes: [] });
  });

  test('converts anything without failing, and accounts for every statement', () => {
    fc.assert(
      fc.property(anyScript(), (script) => {
        for (const { line, source, outcome } of convertScript(script, dialect)) {
          expect(line).toBeGreaterThan(0);
          expect(source).not.toBe('');
          if (outcome.kind === 'converted') expect(outcome.statements.length).toBeGreaterThan(0);
          else expect(outcome.reason).not.toBe('');
        }
        convertQuery(script, dialect);
        detectDialect(script);
      }),
      { numRuns: 1_500 },
    );
  });

  test('never changes what strings say', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const sql = `SELECT ${texts.map((value) => quoted(value, dialect)).join(', ')} FROM t WHERE a > ${quoted(texts.join(), dialect)}`;
        expect(stringsOf(convertQuery(sql, dialect).sql)).toEqual([...texts, texts.join()]);
        const insert = `INSERT INTO t VALUES (${texts.map((value) => quoted(value, dialect)).join(', ')});`;
        expect(statementsOf(insert, dialect).flatMap(stringsOf)).toEqual(texts);
      }),
      { numRuns: 300 },
    );
  });

  test('never changes what comments say', () => {
    const words = fc.array(
      fc.constantFrom('IFNULL(a, b)', 'LIMIT 1, 2', '`x`', "it's", '"', '[a]', 'CURDATE()', ';', '#', '--'),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        words.map((list) => list.join(' ')),
        (words) => {
          const sql = convertQuery(`SELECT a -- ${words}\n, b /* ${words} */ FROM t -- ${words}`, dialect).sql;
          expect(commentsOf(sql)).toEqual([`-- ${words}`.trimEnd(), `/* ${words} */`, `-- ${words}`.trimEnd()]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('survives deep nesting and long chains', () => {
    const deep = `SELECT ${'IFNULL('.repeat(3_000)}1${', 0)'.repeat(3_000)}`;
    expect(convertQuery(deep, dialect).sql.length).toBeGreaterThan(20_000);
    const cases = `SELECT ${'CASE WHEN a THEN '.repeat(2_000)}1${' END'.repeat(2_000)}`;
    expect(convertQuery(cases, dialect).sql.length).toBeGreaterThan(20_000);
    const chain = `SELECT ${'a / b + '.repeat(20_000)}1`;
    expect(convertQuery(chain, dialect).sql.length).toBeGreaterThan(100_000);
    const growing = `SELECT ${'TIMESTAMPDIFF(MONTH, a, DATEDIFF(month, b, '.repeat(50)}1${'))'.repeat(50)}`;
    expect(convertQuery(growing, dialect).sql.length).toBeLessThan(100_000);
  });
});

test('reads twice as much in about twice the time', () => {
  const row = `(1, 'Tea \\'green\\' and more of it; see -- below', 12.50, NULL, '2024-01-01 10:00:00', 0x0102),\n`;
  const script = (bytes: number) => {
    const rows = `INSERT INTO t VALUES ${row.repeat(500).trimEnd().slice(0, -1)};\n`;
    return `CREATE TABLE t (a int, b text, c decimal(10,2), d int, e datetime, f blob);\n${rows.repeat(Math.ceil(bytes / rows.length))}`;
  };
  const [small, large] = [script(1_000_000), script(2_000_000)];
  const seconds = (text: string) => {
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      convertScript(text, 'mysql');
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  seconds(small);
  const [once, twice] = [seconds(small), seconds(large)];
  expect(twice / once).toBeLessThan(3.5);
});

function quoted(text: string, dialect: ForeignDialect): string {
  const plain = text.replaceAll("'", "''");
  return dialect === 'mysql' ? `'${plain.replaceAll('\\', '\\\\')}'` : `'${plain}'`;
}

function tokensOf(sql: string) {
  return tokenize(sql, LEXICAL_RULES.postgres);
}

function stringsOf(sql: string): string[] {
  return tokensOf(sql).flatMap(({ kind, text }) =>
    kind === 'string' ? [stringValue(text, LEXICAL_RULES.postgres)] : [],
  );
}

function commentsOf(sql: string): string[] {
  return tokensOf(sql).flatMap(({ kind, text }) => (kind === 'comment' ? [text.trimEnd()] : []));
}

function statementsOf(script: string, dialect: ForeignDialect): string[] {
  return convertScript(script, dialect).flatMap(({ outcome }) =>
    outcome.kind === 'converted' ? outcome.statements : [],
  );
}
