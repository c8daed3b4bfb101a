/** The SQL that a script or a query is written in. `mysql` covers MariaDB. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite' | 'tsql';

/** A dialect that has to be converted before Postgres can read it. */
export type ForeignDialect = Exclude<Dialect, 'postgres'>;

export const DIALECT_TITLES: Readonly<Record<Dialect, string>> = {
  postgres: 'PostgreSQL',
  mysql: 'MySQL / MariaDB',
  sqlite: 'SQLite',
  tsql: 'SQL Server (T-SQL)',
};
