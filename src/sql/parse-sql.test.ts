import { beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '../platform/errors.ts';
import { loadParser, parseStatement } from './parse-sql.ts';

beforeAll(async () => await loadParser());

function errorOf(sql: string): AppError {
  try {
    parseStatement(sql);
  } catch (thrown) {
    return thrown as AppError;
  }
  expect.fail('should have thrown');
}

describe('parseStatement', () => {
  test.each(['SELECT 1', ' SELECT 1 ; ', '-- why\nSELECT 1;', 'SELECT 1;;'])('reads the statement in %j', (sql) => {
    expect(parseStatement(sql).statement).toHaveProperty('SelectStmt');
  });

  test.each([
    ['SELECT 1 FROM', 'syntax error at end of input', 14],
    ['SELECT 1 + FROM t', 'syntax error at or near "FROM"', 12],
    // Postgres counts characters, its trees bytes, and the page UTF-16 code units.
    ["SELECT 'ééé' é é", 'syntax error at or near "é"', 16],
    ["SELECT '😀', x y z", 'syntax error at or near "z"', 18],
    ["SELECT 'open", 'unterminated quoted string at or near "\'open"', 8],
  ])('says where the mistake in %j is', (sql, message, position) => {
    expect(errorOf(sql)).toMatchObject({ code: 'sql/syntax', message, details: { position } });
  });

  test.each(['', '  ', ';', '-- nothing'])('finds no statement in %j', (sql) => {
    expect(errorOf(sql)).toMatchObject({ code: 'sql/syntax', message: 'There is no statement.' });
  });

  test.each([
    ['SELECT 1; SELECT 2', 11],
    ["SELECT 'é😀';\n-- the second\n DELETE FROM t; SELECT 3", 30],
  ])('says where the second statement of %j begins', (sql, position) => {
    expect(errorOf(sql)).toMatchObject({ code: 'sql/several-statements', details: { position } });
  });

  test('stops at a character that would end the text unnoticed', () => {
    expect(errorOf('SELECT 1\0; DROP TABLE t')).toMatchObject({ code: 'sql/syntax', details: { position: 9 } });
  });

  test.each([
    ['parentheses', `SELECT ${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['a sum', `SELECT ${Array(60_000).fill('1').join(' + ')}`],
  ])('survives %s that are too deep', async (_, sql) => {
    expect(errorOf(sql).code).toBe('sql/syntax');
    await loadParser();
    expect(parseStatement('SELECT 1').statement).toHaveProperty('SelectStmt');
  });
});
