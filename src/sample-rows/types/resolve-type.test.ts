import { expect, test } from 'vitest';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { NO_FACTS } from '../facts.ts';
import { resolveType } from './resolve-type.ts';
import { parseTypeText } from './type-text.ts';

test.each([
  ['numeric(10,2)', { name: 'numeric', modifiers: ['10', '2'], isArray: false }],
  ['timestamp(3) with time zone', { name: 'timestamp with time zone', modifiers: ['3'], isArray: false }],
  ['character varying(40)[]', { name: 'character varying', modifiers: ['40'], isArray: true }],
  ['"Odd (type)"', { name: '"Odd (type)"', modifiers: [], isArray: false }],
  ['sales."Mood"(3)', { name: 'sales."Mood"', modifiers: ['3'], isArray: false }],
])('%s', (text, parts) => expect(parseTypeText(text)).toEqual(parts));

test('domains lead to what they are made of, checks and all', () => {
  const types = new Map([
    ['age', { kind: 'domain', baseType: 'natural', checks: ['CHECK ((VALUE < 150))'] }],
    ['"natural"', { kind: 'domain', baseType: 'smallint', checks: ['CHECK ((VALUE >= 0))'] }],
    ['natural', { kind: 'domain', baseType: 'smallint', checks: ['CHECK ((VALUE >= 0))'] }],
  ] as const);
  expect(resolveType('age', EMPTY_SCHEMA, { ...NO_FACTS, types })).toEqual({
    type: { kind: 'scalar', name: 'smallint', modifiers: [] },
    domainChecks: ['CHECK ((VALUE >= 0))', 'CHECK ((VALUE < 150))'],
  });
});

test('a domain over itself ends', () => {
  const types = new Map([['loop', { kind: 'domain', baseType: 'loop', checks: [] }]] as const);
  expect(resolveType('loop', EMPTY_SCHEMA, { ...NO_FACTS, types }).type).toMatchObject({ name: 'loop' });
});

test('the schema alone tells of enums and domains', () => {
  const schema = {
    ...EMPTY_SCHEMA,
    enums: [{ namespace: 'sales', name: 'mood', labels: ['sad', 'ok'] }],
    domains: [{ namespace: 'public', name: 'price', baseType: 'numeric(8,2)' }],
  };
  expect(resolveType('sales.mood[]', schema, NO_FACTS).type).toEqual({
    kind: 'array',
    element: { kind: 'enum', labels: ['sad', 'ok'] },
  });
  expect(resolveType('price', schema, NO_FACTS).type).toEqual({
    kind: 'scalar',
    name: 'numeric',
    modifiers: ['8', '2'],
  });
});
