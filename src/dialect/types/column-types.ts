import type { ForeignDialect } from '../dialect.ts';
import { mysqlType } from './mysql-types.ts';
import { sqliteType } from './sqlite-types.ts';
import type { SourceType, TargetType } from './target-type.ts';
import { tsqlType } from './tsql-types.ts';

/** Undefined for a type that the dialect does not have itself. */
export const COLUMN_TYPES: Readonly<Record<ForeignDialect, (type: SourceType) => TargetType | undefined>> = {
  mysql: mysqlType,
  sqlite: sqliteType,
  tsql: tsqlType,
};
