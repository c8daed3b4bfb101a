import { must } from '../../platform/assert.ts';
import type { Column, ForeignKey, Schema, Table } from '../../schema/model.ts';
import { quoteName, tableName } from '../../schema/names.ts';

/**
 * A query of this schema as a person would type it, to begin with: short aliases and small letters, so that one sees
 * what the canonical spelling makes of them.
 */
export function exampleQuery({ tables }: Schema): string {
  const [join] = tables.flatMap((table) => joinsOf(table, tables));
  if (join) return joinQuery(join);
  const table = tables.find(({ columns }) => columns.length > 0);
  if (!table) return '';
  const column = quoteName(labelOf(table).name);
  return `select ${column}, count(*)\nfrom ${tableName(table)}\ngroup by ${column}\norder by 2 desc\nlimit 5`;
}

interface Join {
  readonly from: Table;
  readonly to: Table;
  readonly key: ForeignKey;
}

/** Its foreign keys to other tables that have something to group by. */
function joinsOf(from: Table, tables: readonly Table[]): Join[] {
  return from.foreignKeys.flatMap((key) => {
    const to = tables.find(
      ({ namespace, name }) => namespace === key.referencedNamespace && name === key.referencedTable,
    );
    return to && to !== from && to.columns.some(isLabel) ? [{ from, to, key }] : [];
  });
}

function joinQuery({ from, to, key }: Join): string {
  const one = aliasOf(to);
  const many = aliasOf(from) === one ? `${one}2` : aliasOf(from);
  const label = `${one}.${quoteName(labelOf(to).name)}`;
  const on = key.columns.map((column, index) => {
    const referenced = must(key.referencedColumns[index], 'as many columns on both sides');
    return `${many}.${quoteName(column)} = ${one}.${quoteName(referenced)}`;
  });
  return [
    `select ${label}, count(*) as ${quoteName(`${from.name.toLowerCase()}_count`)}`,
    `from ${tableName(to)} ${one}`,
    `join ${tableName(from)} ${many} on ${on.join(' and ')}`,
    `group by ${label}`,
    'order by 2 desc',
    'limit 5',
  ].join('\n');
}

/** The first letter of the name, where that is a letter that needs no quotes. */
function aliasOf({ name }: Table): string {
  return /^[a-z]/.exec(name)?.[0] ?? 't';
}

function labelOf({ columns }: Table): Column {
  return must(columns.find(isLabel) ?? columns[0], 'a column');
}

/** Something that people call rows by: a text, and no key. */
function isLabel({ typeClass }: Column): boolean {
  return typeClass === 'text';
}
