import { describe, expect, it } from 'vitest';
import { smartQuery } from '../../schema/smart-query/smart-query.ts';
import { recognise } from './recognise.ts';

describe('recognise', () => {
  it.each([
    ['shop.sql', 'a,b\n1,2'],
    ['notes.txt', '-- tables of the shop\n\nCREATE TABLE a (id int);'],
    [null, '/* a, b */ create table a (id int, name text,\n  x int,\n  y int);'],
    [null, '\ufeffINSERT INTO a VALUES (1, 2);\nINSERT INTO a VALUES (3, 4);'],
    [null, '\\connect shop\nCREATE TABLE a ();'],
    [null, 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;'],
    [null, smartQuery()],
    [null, 'this is not SQL'],
    [null, 'gibberish; more gibberish;\nand gibberish; yes;'],
    [null, ''],
  ])('%j is SQL: %j', (name, text) => {
    expect(recognise(name, text)).toBe('sql');
  });

  it.each([
    ['people.csv', 'CREATE TABLE'],
    ['people.txt', 'id\tname\n1\tAna\n2\tBo'],
    [null, 'id,name\n1,"Smith, Ana"\n2,Bo\n'],
    [null, 'select,from\n1,2\n3,4'],
    [null, 'date;total\n2025-01-01;3,5'],
    [null, '[{"a": 1}]'],
    [null, '{"a": 1}\n{"a": 2}'],
    ['export', ' [ { "a" : 1 } ]'],
  ])('%j is rows: %j', (name, text) => {
    expect(recognise(name, text)).toBe('rows');
  });

  it.each([
    '{"types": [], "server": "16.4", "expert_sql_schema": 1}',
    '"{""types"": [], ""expert_sql_schema"": 1}"\n',
    ' schema \n--------\n {"types": [], "expert_sql_schema": 1}\n(1 row)\n',
    '[{"schema": {"types": [], "expert_sql_schema": 1}}]',
    '"{\\"types\\": [], \\"expert_sql_schema\\": 1}"',
  ])('the result of the smart query: %s', (text) => {
    expect(recognise('result.json', text)).toBe('smart-query');
    expect(recognise(null, '{"types": [', text)).toBe('smart-query');
  });
});
