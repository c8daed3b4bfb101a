/**
 * Files as people have them, imported one by one. What became of each statement lies beside the file, in
 * `*.report.txt`: whatever is skipped, put otherwise or refused is in there with its reason, and a change to it fails.
 * After a change that is meant: `npx vitest run workers/database/import-corpus.test.ts -u`, and read the difference.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StatementReport } from '../../src/database/contract.ts';
import { detectDialect } from '../../src/dialect/detect.ts';
import type { Dialect } from '../../src/dialect/dialect.ts';
import type { Schema } from '../../src/schema/model.ts';
import { tableName } from '../../src/schema/names.ts';
import { nodeExtension, nodeRuntime } from './node-runtime.ts';
import { PostgresDatabase } from './postgres.ts';
import { emptyDatabase } from './testing/empty-database.ts';

const CORPUS = new URL('../../src/import/testing/corpus/', import.meta.url);
const DIALECTS: readonly Dialect[] = ['postgres', 'mysql', 'sqlite', 'tsql'];
/** So that none goes missing unseen. */
const MIN_FILES = 40;

const files = DIALECTS.flatMap((dialect) =>
  readdirSync(new URL(`${dialect}/`, CORPUS))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ dialect, name: `${dialect}/${name}` })),
);
const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime(), nodeExtension);
  return async () => await database.close();
});

test.each(files)('the dialect of $name is told', async ({ dialect, name }) => {
  expect(detectDialect(await readFile(new URL(name, CORPUS), 'utf8')).dialect).toBe(dialect);
});

test('the corpus is as large as it should be', () => {
  expect(files.length).toBeGreaterThanOrEqual(MIN_FILES);
});

describe('what becomes of each statement', () => {
  test.each(files)('$name', async ({ dialect, name }) => {
    await emptyDatabase(database);
    const script = await readFile(new URL(name, CORPUS), 'utf8');
    const { statements } = await database.applyScript(script, { dialect }, () => undefined);
    const lines = statements.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
    const text = [...describeReport(statements), '', ...describeSchema(await database.introspect()), ''].join('\n');
    await expect(text).toMatchFileSnapshot(new URL(`${name}.report.txt`, CORPUS).pathname);
  });
});

function describeReport(statements: readonly StatementReport[]): string[] {
  const plain = statements.filter(({ outcome }) => outcome.kind === 'applied' && outcome.afterLine === undefined);
  const others = statements.filter((statement) => !plain.includes(statement));
  return [`${statements.length} statements, ${plain.length} applied as they are`, ...others.flatMap(describeStatement)];
}

function describeStatement({ line, summary, outcome }: StatementReport): string[] {
  const after = 'afterLine' in outcome ? `, after line ${outcome.afterLine}` : '';
  return ['', `line ${line}: ${outcome.kind}${after}`, `  ${summary}`, ...details(outcome).map((text) => `  ${text}`)];
}

function details(outcome: StatementReport['outcome']): string[] {
  switch (outcome.kind) {
    case 'applied':
      return [];
    case 'skipped':
      return [`= ${outcome.reason}`];
    case 'rewritten':
      return [...outcome.sql.split('\n').map((line) => `> ${line}`), ...outcome.notes.map((note) => `= ${note}`)];
    case 'failed': {
      const at = outcome.atLine === undefined ? '' : ` (line ${outcome.atLine})`;
      return [`! ${outcome.code} ${outcome.reason}${at}`, ...(outcome.hint === undefined ? [] : [`? ${outcome.hint}`])];
    }
  }
}

function describeSchema({ tables }: Schema): string[] {
  return tables.map((table) => {
    const keys = table.foreignKeys.length === 0 ? '' : `, ${table.foreignKeys.length} foreign keys`;
    const rows = table.kind === 'table' ? `, ${table.rowCount} rows` : '';
    return `${table.kind} ${tableName(table)}: ${table.columns.length} columns${keys}${rows}`;
  });
}
