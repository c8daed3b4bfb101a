import { describe, expect, it } from 'vitest';
import { tidy } from './tidy.ts';

describe('tidy', () => {
  it.each([
    ['a canonical query', 'SELECT COUNT(*) FROM orders', 'SELECT COUNT(*) FROM orders'],
    ['a closing semicolon', ' SELECT 1 ; \n', 'SELECT 1'],
    ['a code fence with a language', '```sql\nSELECT 1;\n```', 'SELECT 1'],
    ['text after a code fence', '```\nSELECT 1\n```\nThis counts.', 'SELECT 1'],
    ['an empty reasoning block', '<think>\n\n</think>\n\nSELECT 1', 'SELECT 1'],
    ['reasoning that was cut off', '<think>first I', ''],
    ['the end token', 'SELECT 1<|end|>', 'SELECT 1'],
    ['a semicolon inside a text', "SELECT 'a;' AS b", "SELECT 'a;' AS b"],
  ])('%s', (_name, answer, expected) => {
    expect(tidy(answer)).toBe(expected);
  });
});
