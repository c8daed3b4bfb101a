import { describe, expect, it } from 'vitest';
import { previewTabular } from '../../tabular/preview.ts';
import { typeOfKey } from './column-types.ts';
import { draftsOf, faultsOf, includedTables, keepChanges, type TableDraft } from './table-drafts.ts';

async function read(text: string, choices = {}) {
  const { tables } = await previewTabular({ name: 'people.csv', bytes: new TextEncoder().encode(text) }, choices);
  return tables;
}

const nothingTaken = new Set<string>();

function withColumn(drafts: readonly TableDraft[], at: number, change: object): readonly TableDraft[] {
  return drafts.map((draft) => ({
    ...draft,
    columns: draft.columns.map((column, index) => (index === at ? { ...column, ...change } : column)),
  }));
}

describe('drafts of tables', () => {
  it('keep what was changed when the file is read otherwise', async () => {
    const before = await read('id,name\n1,Ana\n2,NA\n');
    const changed = withColumn(draftsOf(before), 1, { name: 'first_name', type: typeOfKey('jsonb') });
    const renamed = changed.map((draft) => ({ ...draft, name: 'staff' }));
    const [draft] = keepChanges(before, renamed, await read('id,name\n1,Ana\n2,NA\n', { nullWords: ['', 'NA'] }));
    expect(draft).toMatchObject({
      name: 'staff',
      columns: [{ name: 'id' }, { name: 'first_name', type: { kind: 'jsonb' } }],
    });
    expect(draft?.columns[1]?.missing).toBe(1);
  });

  it('forget what was changed of columns that are others now', async () => {
    const before = await read('id,name\n1,Ana\n');
    const changed = withColumn(draftsOf(before), 1, { name: 'first_name' });
    const [draft] = keepChanges(before, changed, await read('id,name\n1,Ana\n', { hasHeader: false }));
    expect(draft?.columns.map(({ name }) => name)).not.toContain('first_name');
    expect(draft?.rowCount).toBe(2);
  });

  it('have names that Postgres can tell apart', async () => {
    const drafts = draftsOf(await read('id,name\n1,Ana\n'));
    expect(faultsOf(drafts, nothingTaken)).toEqual([]);
    expect(faultsOf(drafts, new Set(['people']))).toEqual(['There is a table “people” already: choose another name.']);
    expect(faultsOf(withColumn(drafts, 1, { name: 'id' }), nothingTaken)).toEqual(['There are two columns “id”.']);
    expect(faultsOf(withColumn(drafts, 1, { name: '' }), nothingTaken)).toEqual(['1 column has no name.']);
    expect(faultsOf(withColumn(drafts, 1, { name: 'ä'.repeat(32) }), nothingTaken)[0]).toContain('63 bytes');
    expect(
      faultsOf(withColumn(withColumn(drafts, 0, { isIncluded: false }), 1, { isIncluded: false }), nothingTaken),
    ).toEqual(['“people” needs at least one column.']);
  });

  it('are imported as far as they are chosen', async () => {
    const { tables } = await previewTabular({
      name: 'x.json',
      bytes: new TextEncoder().encode('{"a": [{"x": 1}], "b": [{"y": 2}]}'),
    });
    const drafts = draftsOf(tables).map((draft, index) => ({ ...draft, isIncluded: index === 1 }));
    expect(includedTables(drafts).map(({ name, index }) => [name, index])).toEqual([['b', 1]]);
    expect(
      faultsOf(
        drafts.map((draft) => ({ ...draft, isIncluded: false })),
        nothingTaken,
      ),
    ).toEqual(['Choose at least one table.']);
  });

  it('offer each type by a key of its own', () => {
    expect(typeOfKey('numeric ,')).toEqual({ kind: 'numeric', decimalMark: ',' });
    expect(typeOfKey('timestamp dmy')).toEqual({ kind: 'timestamp', order: 'dmy' });
    expect(typeOfKey('nonsense')).toBeUndefined();
  });
});
