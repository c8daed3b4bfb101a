import { LEXICAL_RULES } from '../../lexer/rules.ts';
import { renamed } from '../operators.ts';
import type { QueryRules } from '../rules.ts';
import { arithmetic } from '../shared/arithmetic.ts';
import { comparison } from '../shared/comparison.ts';
import { division, integerDivision } from '../shared/division.ts';
import { havingAliases } from '../shared/having-aliases.ts';
import { looseGrouping } from '../shared/loose-grouping.ts';
import { nullOrder } from '../shared/null-order.ts';
import {
  collateOperator,
  jsonOperator,
  likeOperator,
  notOperator,
  regexpOperator,
  xorOperator,
} from '../shared/operators.ts';
import { nextValueFor } from '../shared/sequences.ts';
import { textAliases } from '../shared/text-aliases.ts';
import { textCaseNote } from '../shared/text-case.ts';
import { MYSQL_CALLS } from './calls.ts';
import {
  adjacentTexts,
  groupWithRollup,
  limitWithOffset,
  lockInShareMode,
  matchAsCall,
  withoutHints,
} from './clauses.ts';
import { intervalOperator } from './dates.ts';
import { joinedWrites } from './joined-writes.ts';
import { pipesOperator } from './pipes.ts';
import { MYSQL_CONSTANTS, MYSQL_TEMPLATES } from './templates.ts';

export const MYSQL_RULES: QueryRules = {
  lexical: LEXICAL_RULES.mysql,
  textIgnoresCase: true,
  untyped: false,
  numbersAreConditions: true,
  castsCutFractions: false,
  templates: MYSQL_TEMPLATES,
  constants: MYSQL_CONSTANTS,
  calls: MYSQL_CALLS,
  operators: {
    '<=>': renamed('IS NOT DISTINCT FROM', 'boolean'),
    '&&': renamed('AND', 'boolean'),
    '||': pipesOperator,
    '!': notOperator,
    '=': comparison('='),
    '<>': comparison('<>'),
    '!=': comparison('<>'),
    '<': comparison('<'),
    '>': comparison('>'),
    '<=': comparison('<='),
    '>=': comparison('>='),
    '+': arithmetic,
    '-': arithmetic,
    '*': arithmetic,
    '/': division('exact'),
    '^': renamed('#'),
    '->': jsonOperator(false),
    '->>': jsonOperator(true),
    div: integerDivision,
    mod: renamed('%'),
    xor: xorOperator,
    regexp: regexpOperator,
    rlike: regexpOperator,
    like: likeOperator,
    collate: collateOperator,
    interval: intervalOperator,
  },
  clauses: [
    withoutHints,
    adjacentTexts,
    textAliases,
    nextValueFor,
    textCaseNote,
    joinedWrites,
    looseGrouping,
    nullOrder,
    limitWithOffset,
    groupWithRollup,
    matchAsCall,
    lockInShareMode,
    havingAliases,
  ],
  droppedPrefixes: new Set(),
};
