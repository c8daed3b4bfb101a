import type { Dialect } from '../dialect.ts';

/** Something in a script that gives its dialect away. */
export interface Evidence {
  readonly dialect: Dialect;
  /** Matches the script's words and punctuation, in lower case and one blank apart, or the start of a comment. */
  readonly pattern: RegExp;
  /** How sure it makes: 1 is a hint that other dialects may show too, 10 is proof; below 0 it speaks against it. */
  readonly weight: number;
  /** For people. */
  readonly title: string;
}

/** What programs write at the top of the dumps they make. */
export const COMMENT_EVIDENCE: readonly Evidence[] = [
  {
    dialect: 'postgres',
    pattern: /^--\s*PostgreSQL database (?:cluster )?dump/,
    weight: 10,
    title: 'header of pg_dump',
  },
  { dialect: 'mysql', pattern: /^--\s*(?:MySQL|MariaDB) dump/, weight: 10, title: 'header of mysqldump' },
  { dialect: 'mysql', pattern: /^--\s*phpMyAdmin SQL Dump/, weight: 10, title: 'header of phpMyAdmin' },
  { dialect: 'mysql', pattern: /^\/\*M!999999/, weight: 10, title: 'header of mariadb-dump' },
  { dialect: 'tsql', pattern: /^\/\*{6} Object:/, weight: 10, title: 'comments of SQL Server Management Studio' },
];

/** What statements are made of. `"a"`, `` `a` `` and `[a]` stand for any quoted name, `'a'` for any string. */
export const TOKEN_EVIDENCE: readonly Evidence[] = [
  { dialect: 'mysql', pattern: / engine = ?\w+/, weight: 8, title: 'ENGINE=' },
  { dialect: 'mysql', pattern: / auto_increment\b/, weight: 8, title: 'AUTO_INCREMENT' },
  { dialect: 'mysql', pattern: / `a` /, weight: 3, title: 'names in backticks' },
  {
    dialect: 'mysql',
    pattern: / (?:default )?(?:charset|character set) =? ?(?:utf8|latin1)/,
    weight: 6,
    title: 'CHARSET=',
  },
  {
    dialect: 'mysql',
    pattern: / (?:tinyint|mediumint|int|bigint) (?:\( \d+ \) )?unsigned\b/,
    weight: 6,
    title: 'UNSIGNED',
  },
  { dialect: 'mysql', pattern: / enum \( 'a'/, weight: 3, title: 'ENUM(…) as a type' },
  { dialect: 'mysql', pattern: / (?:unlock|lock) tables /, weight: 4, title: 'LOCK TABLES' },
  { dialect: 'mysql', pattern: / set foreign_key_checks /, weight: 6, title: 'SET FOREIGN_KEY_CHECKS' },
  { dialect: 'mysql', pattern: / (?:set names|on duplicate key) /, weight: 4, title: 'SET NAMES, ON DUPLICATE KEY' },
  {
    dialect: 'mysql',
    pattern:
      / (?:date_sub|date_add|curdate|group_concat|str_to_date|date_format|from_unixtime|find_in_set|last_insert_id) \(/,
    weight: 5,
    title: 'functions of MySQL',
  },
  {
    dialect: 'mysql',
    // The function, not the statement, which begins no expression.
    pattern: / (?:select|distinct|and|or|not|where|by|then|[(,=<>+*/-]) if \(/,
    weight: 3,
    title: 'IF(…) as a function',
  },
  { dialect: 'mysql', pattern: /^(?=.* ifnull \().* concat \(/, weight: 2, title: 'functions of MySQL' },
  // There it is OR, which nobody writes so.
  { dialect: 'mysql', pattern: / \|\| /, weight: -2, title: '|| between texts' },
  { dialect: 'mysql', pattern: / limit \d+ , \d+/, weight: 2, title: 'LIMIT a, b' },
  {
    dialect: 'mysql',
    pattern: / interval \d+ (?:day|month|year|hour|minute|second|week) /,
    weight: 3,
    title: 'INTERVAL without quotes',
  },
  { dialect: 'mysql', pattern: / <=> | (?:regexp|rlike|div) /, weight: 2, title: 'operators of MySQL' },
  {
    dialect: 'mysql',
    pattern: / (?:mediumtext|longtext|mediumint|longblob|mediumblob|tinytext) /,
    weight: 6,
    title: 'types of MySQL',
  },

  { dialect: 'sqlite', pattern: / pragma \w+/, weight: 8, title: 'PRAGMA' },
  { dialect: 'sqlite', pattern: / autoincrement\b/, weight: 8, title: 'AUTOINCREMENT' },
  { dialect: 'sqlite', pattern: / sqlite_(?:sequence|master|stat1)\b/, weight: 8, title: 'tables of SQLite itself' },
  { dialect: 'sqlite', pattern: / without rowid\b/, weight: 8, title: 'WITHOUT ROWID' },
  { dialect: 'sqlite', pattern: / insert or (?:replace|ignore|abort|fail|rollback) /, weight: 8, title: 'INSERT OR …' },
  {
    dialect: 'sqlite',
    pattern: / (?:strftime|julianday|datetime|unixepoch) \(/,
    weight: 4,
    title: 'functions of SQLite',
  },
  { dialect: 'sqlite', pattern: / date \( 'a' ,/, weight: 4, title: 'functions of SQLite' },
  { dialect: 'sqlite', pattern: / (?:glob|==) /, weight: 2, title: 'operators of SQLite' },
  { dialect: 'sqlite', pattern: / (?:ifnull|iif|group_concat) \(/, weight: 1, title: 'functions of SQLite' },
  { dialect: 'sqlite', pattern: / collate nocase\b/, weight: 5, title: 'COLLATE NOCASE' },
  {
    dialect: 'sqlite',
    pattern: /; begin transaction ; create table /,
    weight: 3,
    title: 'BEGIN TRANSACTION before the tables',
  },

  { dialect: 'tsql', pattern: / identity \( \d+ , \d+ \)/, weight: 6, title: 'IDENTITY(1,1)' },
  { dialect: 'tsql', pattern: / \[a\] \. \[a\] /, weight: 5, title: '[schema].[name]' },
  { dialect: 'tsql', pattern: / \[a\] \[a\] /, weight: 5, title: 'names and types in [brackets]' },
  { dialect: 'tsql', pattern: / \[a\] /, weight: 1, title: 'names in [brackets]' },
  { dialect: 'tsql', pattern: / go(?= |$)/, weight: 2, title: 'GO' },
  { dialect: 'tsql', pattern: / dbo \. /, weight: 4, title: 'dbo.' },
  {
    dialect: 'tsql',
    pattern: / set (?:ansi_nulls|quoted_identifier|identity_insert|nocount) /,
    weight: 8,
    title: 'SET ANSI_NULLS, NOCOUNT, …',
  },
  {
    dialect: 'tsql',
    pattern: / (?:nvarchar|varchar) \( max \)| uniqueidentifier | datetime2 /,
    weight: 6,
    title: 'types of SQL Server',
  },
  { dialect: 'tsql', pattern: / select (?:distinct )?top (?:\d|\()/, weight: 6, title: 'SELECT TOP' },
  {
    dialect: 'tsql',
    pattern: / (?:getdate|dateadd|datepart|charindex|sysdatetime|newid|getutcdate) \(/,
    weight: 5,
    title: 'functions of SQL Server',
  },
  {
    dialect: 'tsql',
    pattern: / datediff \( (?:day|month|year|hour|minute|second|week|dd|mm|yy|yyyy) ,/,
    weight: 6,
    title: 'functions of SQL Server',
  },
  { dialect: 'tsql', pattern: / declare @\w+ /, weight: 8, title: 'DECLARE @variable' },
  { dialect: 'tsql', pattern: / select @\w+ = /, weight: 3, title: 'SELECT @variable =' },
  {
    dialect: 'tsql',
    pattern: / @@(?:identity|rowcount|trancount|error|version|fetch_status|servername) /,
    weight: 3,
    title: '@@ROWCOUNT and its like',
  },
  {
    dialect: 'tsql',
    pattern: / string_agg \( .{1,300}? \) within group \(/,
    weight: 5,
    title: 'STRING_AGG … WITHIN GROUP',
  },
  { dialect: 'tsql', pattern: / (?:isnull|len|iif) \(/, weight: 1, title: 'functions of SQL Server' },
  { dialect: 'tsql', pattern: / (?:cross|outer) apply /, weight: 6, title: 'CROSS APPLY' },
  { dialect: 'tsql', pattern: / with \( nolock \)| (?:non)?clustered /, weight: 6, title: 'CLUSTERED, NOLOCK' },

  { dialect: 'postgres', pattern: / (?:big|small)?serial[ ,)]/, weight: 4, title: 'SERIAL' },
  { dialect: 'postgres', pattern: / :: /, weight: 5, title: 'casts with ::' },
  { dialect: 'postgres', pattern: / copy .{1,2000}? from stdin /, weight: 8, title: 'COPY … FROM stdin' },
  { dialect: 'postgres', pattern: / \$a\$ | language (?:plpgsql|sql) /, weight: 6, title: 'dollar quotes' },
  {
    dialect: 'postgres',
    pattern: / (?:timestamptz|jsonb|bytea|tsvector|citext|int4|int8) /,
    weight: 5,
    title: 'types of Postgres',
  },
  { dialect: 'postgres', pattern: / (?:ilike|similar to) | ~\* /, weight: 4, title: 'operators of Postgres' },
  {
    dialect: 'postgres',
    pattern: / create (?:extension|type|domain|sequence) | owner to /,
    weight: 4,
    title: 'CREATE EXTENSION, TYPE, SEQUENCE',
  },
  {
    dialect: 'postgres',
    pattern: / generated (?:always|by default) as identity/,
    weight: 5,
    title: 'GENERATED … AS IDENTITY',
  },
  { dialect: 'postgres', pattern: / on conflict | returning /, weight: 1, title: 'ON CONFLICT, RETURNING' },
  {
    dialect: 'postgres',
    pattern: / interval 'a' | filter \( where | distinct on \(/,
    weight: 3,
    title: 'syntax of Postgres',
  },
];
