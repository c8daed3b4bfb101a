import type { ForeignDialect } from '../dialect.ts';

/** Statements that have no place in Postgres, by their first words. */
const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['use', 'Chooses a database; here there is one.'],
  ['create database', 'There is one database here.'],
  ['drop database', 'There is one database here.'],
  ['alter database', 'There is one database here.'],
  ['begin', 'Each statement is a transaction of its own here.'],
  ['start transaction', 'Each statement is a transaction of its own here.'],
  ['commit', 'Each statement is a transaction of its own here.'],
  ['end', 'Each statement is a transaction of its own here.'],
  ['rollback', 'Each statement is a transaction of its own here.'],
  ['savepoint', 'Each statement is a transaction of its own here.'],
  ['release', 'Each statement is a transaction of its own here.'],
  ['create trigger', 'Triggers are written in a language that Postgres does not have.'],
  ['create procedure', 'Procedures are written in a language that Postgres does not have.'],
  ['create function', 'Functions are written in a language that Postgres does not have.'],
  ['drop trigger', 'The script’s triggers are not here.'],
  ['drop procedure', 'The script’s procedures are not here.'],
  ['drop function', 'The script’s functions are not here.'],
  ['grant', 'The script’s users are not here.'],
  ['revoke', 'The script’s users are not here.'],
  ['create user', 'The script’s users are not here.'],
  ['create role', 'The script’s users are not here.'],
  ['create login', 'The script’s users are not here.'],
  ['drop user', 'The script’s users are not here.'],
  ['alter user', 'The script’s users are not here.'],
  ['vacuum', 'Housekeeping of the other database.'],
  ['analyze', 'Housekeeping of the other database.'],
  ['reindex', 'Housekeeping of the other database.'],
];

const BY_DIALECT: Readonly<Record<ForeignDialect, readonly (readonly [string, string])[]>> = {
  mysql: [
    ['set', 'A setting of MySQL.'],
    ['lock', 'Locks are for servers with several users.'],
    ['unlock', 'Locks are for servers with several users.'],
    ['create event', 'Events are jobs of the MySQL server.'],
    ['drop event', 'Events are jobs of the MySQL server.'],
    ['create server', 'A setting of MySQL.'],
    ['create tablespace', 'A setting of MySQL.'],
    ['flush', 'Housekeeping of the other database.'],
    ['optimize', 'Housekeeping of the other database.'],
    ['check table', 'Housekeeping of the other database.'],
    ['show', 'A question to the MySQL server.'],
    ['describe', 'A question to the MySQL server.'],
    ['call', 'The script’s procedures are not here.'],
    ['source', 'A command to the mysql program.'],
    ['load data', 'Reads a file of the MySQL server.'],
    ['prepare', 'A setting of MySQL.'],
    ['execute', 'A setting of MySQL.'],
    ['deallocate', 'A setting of MySQL.'],
    ['handler', 'A setting of MySQL.'],
  ],
  sqlite: [
    ['pragma', 'A setting of SQLite.'],
    ['attach', 'There is one database here.'],
    ['detach', 'There is one database here.'],
    ['create virtual', 'Virtual tables are made by modules of SQLite.'],
  ],
  tsql: [
    ['set', 'A setting of SQL Server.'],
    ['begin catch', 'Runs only where a statement fails.'],
    ['else', 'Conditions are T-SQL, which Postgres does not run.'],
    ['exec', 'Procedures of SQL Server are not here.'],
    ['execute', 'Procedures of SQL Server are not here.'],
    ['print', 'A message of the script.'],
    ['declare', 'Variables are T-SQL, which Postgres does not run.'],
    ['while', 'Loops are T-SQL, which Postgres does not run.'],
    ['raiserror', 'A message of the script.'],
    ['throw', 'A message of the script.'],
    ['waitfor', 'Waiting is T-SQL, which Postgres does not run.'],
    ['deny', 'The script’s users are not here.'],
    ['backup', 'Housekeeping of the other database.'],
    ['restore', 'Housekeeping of the other database.'],
    ['dbcc', 'Housekeeping of the other database.'],
    ['checkpoint', 'Housekeeping of the other database.'],
    ['update statistics', 'Housekeeping of the other database.'],
    ['create statistics', 'Housekeeping of the other database.'],
    ['create proc', 'Procedures are written in a language that Postgres does not have.'],
    ['create or alter', 'Routines are written in a language that Postgres does not have.'],
    ['alter procedure', 'Procedures are written in a language that Postgres does not have.'],
    ['alter function', 'Functions are written in a language that Postgres does not have.'],
    ['alter trigger', 'Triggers are written in a language that Postgres does not have.'],
    ['alter authorization', 'The script’s users are not here.'],
    ['alter role', 'The script’s users are not here.'],
    ['create partition', 'Files and partitions are those of SQL Server.'],
    ['create fulltext', 'Full-text catalogues are those of SQL Server.'],
    ['create type', 'Types of SQL Server are not converted.'],
    ['create synonym', 'Postgres has no synonyms.'],
    ['disable trigger', 'The script’s triggers are not here.'],
    ['enable trigger', 'The script’s triggers are not here.'],
  ],
};

/** @param words the statement's first words in lower case */
export function skipReason(words: readonly string[], dialect: ForeignDialect): string | undefined {
  const plain = words[0] === 'create' ? withoutOptions(words) : words;
  const [first = '', second = ''] = plain;
  const rules = [...BY_DIALECT[dialect], ...EVERYWHERE];
  return rules.find(([start]) => start === first || start === `${first} ${second}`)?.[1];
}

const KINDS: ReadonlySet<string> = new Set(['trigger', 'procedure', 'proc', 'function', 'event', 'view']);
const OPTIONS: ReadonlySet<string> = new Set(['definer', 'algorithm', 'temp', 'temporary', 'aggregate', 'or', 'sql']);

/** `CREATE DEFINER = … TRIGGER` creates a trigger. */
function withoutOptions(words: readonly string[]): readonly string[] {
  if (!OPTIONS.has(words[1] ?? '') || words[2] === 'alter') return words;
  const kind = words.find((word) => KINDS.has(word));
  return kind === undefined ? words : ['create', kind];
}
