import { describe, expect, test } from 'vitest';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { literalFits, literalValue } from './literals.ts';
import { typeFinder } from './types.ts';

const findType = typeFinder({
  ...EMPTY_SCHEMA,
  enums: [{ namespace: 'public', name: 'mood', labels: ['sad', "it's"] }],
});

describe('a text in quotes', () => {
  test.each([
    ['integer', ["' -12 '", "'0x1F'", "'1_000'"], ["''", "'1.5'", "'abc'", "'12a'"]],
    ['numeric', ["'1.5'", "'.5'", "'1e-3'", "'NaN'", "'-Infinity'"], ["''", "'1,5'", "'abc'"]],
    ['boolean', ["'t'", "'YES'", "'0'", "'off'"], ["''", "'o'", "'maybe'", "'2'"]],
    [
      'date',
      ["'2024-01-31'", "'Jan 5, 2024'", "'today'", "'20240131'", "'J2451187'", "'infinity'"],
      ["''", "'soon'", "'1'", "'5 days'", "'WS-0001'", "'10.0.0.1'"],
    ],
    [
      'timestamp with time zone',
      ["'2024-01-31T12:00:00Z'", "'2024-01-31 12:00 Europe/Lisbon'", "'now'"],
      ["'abc'", "'[1,2)'"],
    ],
    ['time without time zone', ["'12:30'", "'1204'", "'4:05 AM'", "'allballs'"], ["'12'", "'noon'", "'10 min'"]],
    ['interval', ["'1 day'", "'P1Y'", "'02:30'"], ["''", "'a day'"]],
    ['uuid', ["'{00000000-0000-4000-8000-0000000000aa}'", "'000000000000400080000000000000AA'"], ["''", "'abc'"]],
    ['jsonb', ['\'{"a": [1, null]}\'', "' 5 '"], ["''", "'{a: 1}'", "'abc'"]],
    ['text[]', ["'{a,b}'", "'[0:1]={1,2}'"], ["'a,b'"]],
    ['int4range', ["'[1,5)'", "'empty'"], ["'1,5'"]],
    ['inet', ["'10.0.0.1/8'", "'::1'"], ["'host'"]],
    ['mood', ["'sad'", "'it''s'", "E'it\\'s'"], ["'SAD'", "'glad'", "'sad '"]],
    ['text', ["''", "'anything'"], []],
  ])('is a value of %s', (name, fitting, others) => {
    const type = findType(name);
    expect(fitting.filter((text) => !literalFits(text, type))).toEqual([]);
    expect(others.filter((text) => literalFits(text, type))).toEqual([]);
  });

  test('means what Postgres reads', () => {
    expect(literalValue("'it''s \\n'")).toBe("it's \\n");
    expect(literalValue("E'a\\tb\\\\\\x41''\\q'")).toBe("a\tb\\A'q");
  });
});
