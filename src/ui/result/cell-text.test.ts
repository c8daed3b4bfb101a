import { describe, expect, it } from 'vitest';
import { cellText, isNumeric, tabSeparated } from './cell-text.ts';

const column = (type: string) => ({ name: 'a', type });

describe('cells', () => {
  it('shows Postgres’ text, and booleans as words', () => {
    expect([cellText('t', column('boolean')), cellText('t', column('text')), cellText(null, column('text'))]).toEqual([
      'true',
      't',
      'NULL',
    ]);
  });

  it('aligns numbers, not arrays or texts that look like them', () => {
    expect(['bigint', 'numeric(10,2)', 'integer[]', 'text', 'interval'].map((type) => isNumeric(column(type)))).toEqual(
      [true, true, false, false, false],
    );
  });

  it('copies as tab-separated values', () => {
    const columns = [
      { name: 'id', type: 'integer' },
      { name: 'note', type: 'text' },
    ];
    expect(
      tabSeparated(columns, [
        ['1', null],
        ['2', 'two\nlines "quoted"'],
      ]),
    ).toBe('id\tnote\n1\t\n2\t"two\nlines ""quoted"""');
  });
});
