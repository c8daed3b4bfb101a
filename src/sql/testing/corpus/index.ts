import type { ReadEntry, WriteEntry } from './entry.ts';
import { AGGREGATES } from './read/aggregates.ts';
import { ARRAYS } from './read/arrays.ts';
import { CLAUSES } from './read/clauses.ts';
import { CONDITIONS } from './read/conditions.ts';
import { CONSTANTS } from './read/constants.ts';
import { CTES } from './read/ctes.ts';
import { DATES } from './read/dates.ts';
import { EXPRESSIONS } from './read/expressions.ts';
import { FUNCTIONS } from './read/functions.ts';
import { GROUPING } from './read/grouping.ts';
import { JOINS } from './read/joins.ts';
import { JSON_QUERIES } from './read/json.ts';
import { NAMES } from './read/names.ts';
import { QUESTIONS } from './read/questions.ts';
import { RESOLUTION } from './read/resolution.ts';
import { SET_OPERATIONS } from './read/set-operations.ts';
import { SUBQUERIES } from './read/subqueries.ts';
import { TEXTS } from './read/texts.ts';
import { TRAPS } from './read/traps.ts';
import { TYPES } from './read/types.ts';
import { VALUE_LISTS } from './read/value-lists.ts';
import { WINDOWS } from './read/windows.ts';
import { DATA_MODIFYING_CTES, DELETES, UPDATES } from './write/changes.ts';
import { INSERTS, UPSERTS } from './write/inserts.ts';

export { type CorpusDatabase, corpusDatabases } from './databases.ts';
export type { ReadEntry, WriteEntry } from './entry.ts';
export { FEATURES, type Feature } from './features.ts';
export { UNSUPPORTED } from './unsupported.ts';

export const READ_CORPUS: readonly ReadEntry[] = [
  ...JOINS,
  ...SUBQUERIES,
  ...SET_OPERATIONS,
  ...CTES,
  ...GROUPING,
  ...WINDOWS,
  ...AGGREGATES,
  ...JSON_QUERIES,
  ...ARRAYS,
  ...DATES,
  ...TEXTS,
  ...CONDITIONS,
  ...VALUE_LISTS,
  ...EXPRESSIONS,
  ...CONSTANTS,
  ...NAMES,
  ...FUNCTIONS,
  ...TYPES,
  ...CLAUSES,
  ...QUESTIONS,
  ...RESOLUTION,
  ...TRAPS,
];

export const WRITE_CORPUS: readonly WriteEntry[] = [
  ...INSERTS,
  ...UPSERTS,
  ...UPDATES,
  ...DELETES,
  ...DATA_MODIFYING_CTES,
];
