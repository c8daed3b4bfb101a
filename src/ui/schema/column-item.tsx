import type { Column, ForeignKey, Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { counted } from '../parts/format.ts';
import { Hidden } from '../parts/hidden.tsx';
import { Icon } from '../parts/icons.tsx';
import { shortType } from '../parts/short-type.ts';
import styles from './table-item.module.css';

/** Allowed values shown before "and n more". */
const MAX_SHOWN_VALUES = 8;

interface ColumnItemProps {
  readonly column: Column;
  readonly table: Table;
  readonly schema: Schema;
  /** A few of the column's values; none where its values are listed. */
  readonly samples: readonly string[];
}

export function ColumnItem({ column, table, schema, samples }: ColumnItemProps) {
  const isKey = table.primaryKey.includes(column.name);
  const reference = table.foreignKeys.find((key) => key.columns.includes(column.name));
  const values = column.allowedValues.slice(0, MAX_SHOWN_VALUES);
  const moreValues = column.allowedValues.length - values.length;
  return (
    <li className={styles.column}>
      <span className={styles.mark}>
        {isKey && (
          <span title="Primary key" className={styles.key}>
            <Icon name="key" />
            <Hidden>primary key </Hidden>
          </span>
        )}
        {!isKey && reference && (
          <span title="Foreign key">
            <Icon name="link" />
            <Hidden>foreign key </Hidden>
          </span>
        )}
      </span>
      <span className={styles.columnName} title={column.name}>
        {column.name}
      </span>
      <span className={styles.type} title={typeTitle(column)}>
        {shortType(column.type)}
        {column.nullable && (
          <span className={styles.nullable} title="May be NULL">
            ?
          </span>
        )}
        {column.nullable && <Hidden> or null</Hidden>}
      </span>
      {(reference || column.comment || values.length > 0 || samples.length > 0) && (
        <span className={styles.notes}>
          {reference && <span className={styles.reference}>→ {referenceName(reference, column, schema)}</span>}
          {column.comment && <span>{column.comment}</span>}
          {values.length > 0 && (
            <span className={styles.values}>
              <Hidden>Values: </Hidden>
              {values.map((value) => (
                <code key={value}>{value}</code>
              ))}
              {moreValues > 0 && <span>and {counted(moreValues, 'more', 'more')}</span>}
            </span>
          )}
          {samples.length > 0 && <SampleValueList values={samples} />}
        </span>
      )}
    </li>
  );
}

function SampleValueList({ values }: { readonly values: readonly string[] }) {
  return (
    <span className={styles.samples} title={values.join('\n')}>
      <Hidden>For example: </Hidden>
      {values.join(' · ')}
    </span>
  );
}

function typeTitle(column: Column): string {
  const defaultText = column.defaultExpression === null ? '' : `, default ${column.defaultExpression}`;
  return `${column.type}${column.nullable ? '' : ' not null'}${defaultText}`;
}

function referenceName(key: ForeignKey, column: Column, schema: Schema): string {
  const referenced = { namespace: key.referencedNamespace, name: key.referencedTable };
  const target = schema.tables.find((each) => each.namespace === referenced.namespace && each.name === referenced.name);
  const targetColumn = key.referencedColumns[key.columns.indexOf(column.name)];
  const isItsKey = target?.primaryKey.length === 1 && target.primaryKey[0] === targetColumn;
  return isItsKey ? tableName(referenced) : `${tableName(referenced)}.${targetColumn}`;
}
