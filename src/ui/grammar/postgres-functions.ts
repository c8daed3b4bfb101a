import {
  AGGREGATES,
  ORDERED_SET_AGGREGATES,
  ROW_AGGREGATES,
  ROW_FUNCTIONS,
  SCALAR_FUNCTIONS,
  SET_FUNCTIONS,
  WINDOW_FUNCTIONS,
} from '../../grammar/functions.ts';

/** Those whose arguments are written in a way of their own, so that the grammar has a rule for each. */
const WITH_OWN_SYNTAX = [
  'COUNT',
  'CURRENT_SCHEMA',
  'DATE_PART',
  'DATE_TRUNC',
  'EXTRACT',
  'GROUPING',
  'MAKE_INTERVAL',
  'POSITION',
];

/** Every function of Postgres' own that the grammar has, by name. */
export const POSTGRES_FUNCTIONS: readonly string[] = [
  ...new Set([
    ...[SCALAR_FUNCTIONS, SET_FUNCTIONS, AGGREGATES, WINDOW_FUNCTIONS, ORDERED_SET_AGGREGATES].flatMap((groups) =>
      groups.flatMap(({ names }) => names),
    ),
    ...ROW_AGGREGATES,
    ...ROW_FUNCTIONS,
    ...WITH_OWN_SYNTAX,
  ]),
].sort();
