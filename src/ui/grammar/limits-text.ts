/** What the grammar holds a query to, in a sentence or two each. */
import type { Schema } from '../../schema/model.ts';
import { count, counted, noun } from '../parts/format.ts';
import type { GrammarReach } from './grammar-reach.ts';

export function namesText({ functions, enums, domains }: Pick<Schema, 'functions' | 'enums' | 'domains'>): string {
  const added = `${some(functions, 'function')}, ${some(enums, 'enum')} and ${some(domains, 'domain')}`;
  return `Those of these tables and their columns, of PostgreSQL’s common functions and types, and what the query itself names. The schema adds ${added}.`;
}

function some({ length }: readonly unknown[], one: string): string {
  return length === 0 ? `no ${noun(0, one)}` : counted(length, one);
}

export function valuesText({ listedColumns: { length } }: Pick<GrammarReach, 'listedColumns'>): string {
  if (length === 0) return 'Any text and any number.';
  return `Any text and any number, but ${count(length)} ${noun(length, 'column has', 'columns have')} a list of values to be compared with.`;
}

export function joinsText({ joins }: Pick<GrammarReach, 'joins'>): string {
  return JOINS[joins];
}

const JOINS: Readonly<Record<GrammarReach['joins'], string>> = {
  any: 'Of any kind, on any condition.',
  keys: 'JOIN and LEFT JOIN along foreign keys only, since this model knows no others. Whatever else a query reads from is listed with commas.',
  'any-without-keys':
    'This model’s are along foreign keys only. Where there are none, as here, they are of any kind, on any condition.',
};
