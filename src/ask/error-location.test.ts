import { describe, expect, it } from 'vitest';
import { errorLocation } from './error-location.ts';

function locate(sql: string, position: number) {
  return errorLocation(sql, { code: 'pg/42703', message: 'column does not exist', details: { position } });
}

describe('errorLocation', () => {
  it('finds line, column and the qualified name at fault', () => {
    const sql = 'SELECT id\nFROM orders\nWHERE orders.nope = 1';
    const location = locate(sql, sql.indexOf('orders.nope') + 1);
    expect(location).toMatchObject({ line: 3, column: 7, lineText: 'WHERE orders.nope = 1' });
    expect(sql.slice(location?.from, location?.to)).toBe('orders.nope');
  });

  it('tells the column in characters, as people count', () => {
    const sql = "SELECT '😀', nope";
    const location = locate(sql, sql.indexOf('nope') + 1);
    expect(sql.slice(location?.from, location?.to)).toBe('nope');
    expect(location?.column).toBe(13);
  });

  it('stands at the end for an error at the end of input', () => {
    expect(locate('SELECT', 7)).toMatchObject({ from: 6, to: 6, line: 1, column: 7 });
  });

  it('is null when Postgres gave no position', () => {
    expect(errorLocation('SELECT 1/0', { code: 'pg/22012', message: 'division by zero' })).toBeNull();
  });
});
