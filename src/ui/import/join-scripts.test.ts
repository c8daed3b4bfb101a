import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../schema/split-statements.ts';
import { joinScripts, placeOf } from './join-scripts.ts';

describe('joinScripts', () => {
  it('orders files by name as migrations are numbered', () => {
    const { parts } = joinScripts(['V10__c.sql', 'V2__b.sql', 'V1__a.sql'].map((name) => ({ name, text: '' })));
    expect(parts.map(({ name }) => name)).toEqual(['V1__a.sql', 'V2__b.sql', 'V10__c.sql']);
  });

  it('tells of each line where it came from', () => {
    const files = [
      { name: 'a.sql', text: 'one\r\ntwo' },
      { name: 'b.sql', text: '\ufeffthree;\rfour;\n' },
      { name: 'c\nd.sql', text: '' },
      { name: 'e.sql', text: 'five' },
    ];
    const { text, parts } = joinScripts(files);
    const lines = text.split(/\r\n|\n|\r/);
    for (const [word, place] of [
      ['one', { file: 'a.sql', line: 1 }],
      ['two', { file: 'a.sql', line: 2 }],
      ['three;', { file: 'b.sql', line: 1 }],
      ['four;', { file: 'b.sql', line: 2 }],
      ['five', { file: 'e.sql', line: 1 }],
    ] as const) {
      expect(placeOf(parts, lines.indexOf(word) + 1)).toEqual(place);
    }
  });

  it('ends a statement that a file leaves open, and adds none', () => {
    const { text } = joinScripts([
      { name: '1.sql', text: 'CREATE TABLE a (id int)' },
      { name: '2.sql', text: 'CREATE TABLE b (id int); -- the end' },
      { name: '3.sql', text: 'CREATE TABLE c (id int);\n' },
    ]);
    expect(splitStatements(text)).toHaveLength(3);
  });

  it('leaves the lines of a single text alone', () => {
    expect(placeOf([], 7)).toEqual({ file: null, line: 7 });
  });
});
