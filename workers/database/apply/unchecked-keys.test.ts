import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplyReport, StatementOutcome } from '../../../src/database/contract.ts';
import { nodeExtension, nodeRuntime } from '../node-runtime.ts';
import { PostgresDatabase } from '../postgres.ts';
import { emptyDatabase } from '../testing/empty-database.ts';

const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime(), nodeExtension);
  return async () => await database.close();
});

beforeEach(async () => await emptyDatabase(database));

async function apply(script: string): Promise<ApplyReport> {
  return await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
}

async function outcomes(script: string): Promise<StatementOutcome[]> {
  return (await apply(script)).statements.map(({ outcome }) => outcome);
}

async function rows(sql: string): Promise<readonly (readonly (string | null)[])[]> {
  return (await database.runReadOnly(sql, { rowLimit: 100 })).rows;
}

describe('foreign keys that rows break', () => {
  const TABLES =
    'CREATE TABLE m (id int PRIMARY KEY); INSERT INTO m VALUES (1); CREATE TABLE p (m_id int, other int); INSERT INTO p VALUES (77, 1), (1, 1);';

  test('are declared for later rows, with the row that breaks them named', async () => {
    const key = 'ALTER TABLE p ADD CONSTRAINT p_fk FOREIGN KEY (m_id) REFERENCES m (id) ON DELETE CASCADE';
    expect((await outcomes(`${TABLES} ${key};`)).at(-1)).toMatchObject({
      kind: 'rewritten',
      sql: `${key} NOT VALID`,
      notes: [
        expect.stringContaining('foreign key p_fk (Key (m_id)=(77) is not present in table "m"). It is declared'),
      ],
    });
    const { tables } = await database.introspect();
    expect(tables.find(({ name }) => name === 'p')?.foreignKeys).toMatchObject([
      { columns: ['m_id'], referencedTable: 'm' },
    ]);
    expect(await outcomes('INSERT INTO p VALUES (78, 1)')).toMatchObject([{ kind: 'failed', code: 'pg/23503' }]);

    const script = await database.exportSql({ withRows: true });
    expect(script).toContain('NOT VALID');
    await emptyDatabase(database);
    expect((await apply(script)).statements.filter(({ outcome }) => outcome.kind !== 'applied')).toEqual([]);
    expect(await rows('SELECT count(*) FROM p')).toEqual([['2']]);
    expect(await rows('SELECT conname, convalidated FROM pg_constraint WHERE contype = $$f$$')).toEqual([
      ['p_fk', 'f'],
    ]);
    const p = { namespace: 'public', name: 'p' };
    const { tables: filled } = await database.fillTables({ seed: 1, rows: 20, tables: [p] }, () => undefined);
    expect(filled).toMatchObject([{ putIn: 20 }]);
    expect(await rows('SELECT count(*) FROM p WHERE m_id NOT IN (SELECT id FROM m)')).toEqual([['1']]);
  });

  test('only those of several, with a name or without', async () => {
    const several = (first: string) =>
      `${TABLES} ALTER TABLE ONLY p ADD ${first}FOREIGN KEY (m_id) REFERENCES m, ADD CONSTRAINT p_other FOREIGN KEY (other) REFERENCES m (id);`;
    for (const first of ['CONSTRAINT "p of m" ', '']) {
      await emptyDatabase(database);
      expect((await outcomes(several(first))).at(-1)).toMatchObject({ kind: 'rewritten' });
      expect(await rows('SELECT convalidated FROM pg_constraint WHERE contype = $$f$$ ORDER BY conkey')).toEqual([
        ['f'],
        ['t'],
      ]);
    }
  });

  test('only once no row of the script can mend them any more', async () => {
    const script = `${TABLES} ALTER TABLE p ADD FOREIGN KEY (m_id) REFERENCES m; INSERT INTO m SELECT plus(76);
      CREATE FUNCTION plus(int) RETURNS int RETURN $1 + offset_of('m'); CREATE FUNCTION offset_of(text) RETURNS int RETURN 1;`;
    expect(new Set((await outcomes(script)).map(({ kind }) => kind))).toEqual(new Set(['applied']));
  });

  test('that were taken out of their table too', async () => {
    const script = `CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b);
      CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
      INSERT INTO a VALUES (1, 99);`;
    const [a] = await outcomes(script);
    expect(a).toMatchObject({
      kind: 'rewritten',
      sql: expect.stringContaining('FOREIGN KEY (b) REFERENCES b NOT VALID'),
      notes: [expect.stringContaining('declared after'), expect.stringContaining('Key (b)=(99) is not present')],
    });
  });
});
