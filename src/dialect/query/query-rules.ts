import type { ForeignDialect } from '../dialect.ts';
import { MYSQL_RULES } from './mysql/rules.ts';
import type { QueryRules } from './rules.ts';
import { SQLITE_RULES } from './sqlite/rules.ts';
import { TSQL_RULES } from './tsql/rules.ts';

export const QUERY_RULES: Readonly<Record<ForeignDialect, QueryRules>> = {
  mysql: MYSQL_RULES,
  sqlite: SQLITE_RULES,
  tsql: TSQL_RULES,
};
