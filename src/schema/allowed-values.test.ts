import { expect, test } from 'vitest';
import { allowedValues } from './allowed-values.ts';

test.each([
  ["CHECK ((status = ANY (ARRAY['new'::text, 'paid'::text])))", 'status', ['new', 'paid']],
  [
    "CHECK (((status)::text = ANY ((ARRAY['new'::character varying, 'it''s'::character varying])::text[])))",
    'status',
    ['new', "it's"],
  ],
  ["CHECK ((sex = ANY (ARRAY['M'::bpchar, 'F'::bpchar])))", 'sex', ['M', 'F']],
  ['CHECK ((rating = ANY (ARRAY[1, 2, 3])))', 'rating', ['1', '2', '3']],
  ["CHECK ((\"Odd Name\" = ANY (ARRAY['('::text, 'a, b'::text])))", 'Odd Name', ['(', 'a, b']],
  ["CHECK ((VALUE = ANY (ARRAY['red'::text, 'E\\'::text])))", 'VALUE', ['red', 'E\\']],
  ["CHECK ((kind = 'only'::text))", 'kind', ['only']],
  ["CHECK (((kind = ANY (ARRAY['a'::text, 'b'::text])) OR (kind IS NULL)))", 'kind', ['a', 'b']],
  ["CHECK ((kind = ANY (ARRAY['a'::text]))) NOT VALID", 'kind', ['a']],
  ["CHECK ((kind = ANY (ARRAY['a'::app.kinds])))", 'kind', ['a']],
  ["CHECK ((other = ANY (ARRAY['a'::text])))", 'kind', []],
  ['CHECK ((price >= (0)::numeric))', 'price', []],
  ["CHECK ((kind <> ALL (ARRAY['a'::text])))", 'kind', []],
  ["CHECK (((kind = ANY (ARRAY['a'::text])) OR (price > 0)))", 'kind', []],
  ["CHECK (((kind = ANY (ARRAY['a'::text])) AND (kind <> 'b'::text)))", 'kind', []],
  ['CHECK (((rating >= 1) AND (rating <= 5)))', 'rating', []],
  ['nonsense', 'kind', []],
])('%s', (check, column, expected) => {
  expect(allowedValues(check, column)).toEqual(expected);
});
