import { LEXICAL_RULES } from '../../lexer/rules.ts';
import { renamed } from '../operators.ts';
import type { QueryRules } from '../rules.ts';
import { havingAliases } from '../shared/having-aliases.ts';
import {
  collateOperator,
  comparison,
  division,
  integerDivision,
  jsonOperator,
  likeOperator,
  notOperator,
  regexpOperator,
} from '../shared/operators.ts';
import { MYSQL_CALLS } from './calls.ts';
import { groupWithRollup, limitWithOffset, lockInShareMode, matchAsCall, withoutHints } from './clauses.ts';
import { intervalOperator } from './dates.ts';
import { joinedWrites } from './joined-writes.ts';
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
    '||': renamed('OR', 'boolean'),
    '!': notOperator,
    '=': comparison('='),
    '<>': comparison('<>'),
    '!=': comparison('<>'),
    '/': division('exact'),
    '^': renamed('#'),
    '->': jsonOperator(false),
    '->>': jsonOperator(true),
    div: integerDivision,
    mod: renamed('%'),
    xor: renamed('<>', 'boolean'),
    regexp: regexpOperator,
    rlike: regexpOperator,
    like: likeOperator,
    collate: collateOperator,
    interval: intervalOperator,
  },
  clauses: [withoutHints, joinedWrites, limitWithOffset, groupWithRollup, matchAsCall, lockInShareMode, havingAliases],
  droppedPrefixes: new Set(),
};
