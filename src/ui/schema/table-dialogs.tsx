import type { DatabasePort } from '../../ask/ports.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { NameDialog } from '../parts/name-dialog.tsx';
import { DeleteTableDialog } from './delete-table-dialog.tsx';
import { rowsText } from './table-actions.ts';
import { deleteTable, emptiedWith, emptyTable, nameProblem, renameTable } from './table-changes.ts';
import type { ChangeWords } from './use-changes.ts';

export interface TableDialog {
  readonly kind: 'rename' | 'empty' | 'delete';
  readonly table: Table;
}

export interface TableDialogsProps {
  readonly dialog: TableDialog;
  readonly schema: Schema;
  readonly port: Pick<DatabasePort, 'runReadOnly'>;
  readonly onChange: (words: ChangeWords, sql: string) => void;
  readonly onClose: () => void;
}

/** Asks what has to be known before a table is changed as a whole, and says what goes along. */
export function TableDialogs({ dialog: { kind, table }, schema, port, onChange, onClose }: TableDialogsProps) {
  const name = tableName(table);
  switch (kind) {
    case 'rename':
      return (
        <NameDialog
          title={`Rename ${name}`}
          label={table.kind === 'view' ? 'Name of the view' : 'Name of the table'}
          name={table.name}
          problemOf={(wanted) => nameProblem(wanted, table, schema)}
          onRename={(wanted) =>
            onChange(
              {
                what: `the renaming of ${name}`,
                doing: `Renaming ${name}…`,
                done: `Renamed ${name} to ${tableName({ ...table, name: wanted })}.`,
              },
              renameTable(table, wanted),
            )
          }
          onClose={onClose}
        />
      );
    case 'empty':
      return (
        <ConfirmDialog
          title={`Empty ${name}?`}
          action="Empty"
          onConfirm={() =>
            onChange(
              { what: `the emptying of ${name}`, doing: `Emptying ${name}…`, done: `Emptied ${name}.` },
              emptyTable(table),
            )
          }
          onClose={onClose}
        >
          <p>
            {rowsText(table)} {table.rowCount === 1 ? 'is' : 'are'} deleted; the table itself stays. It can be undone
            right after.
          </p>
          <EmptiedToo tables={emptiedWith(table, schema)} />
        </ConfirmDialog>
      );
    case 'delete':
      return (
        <DeleteTableDialog
          table={table}
          port={port}
          onDelete={(relation) =>
            onChange(
              { what: `the deletion of ${name}`, doing: `Deleting ${name}…`, done: `Deleted ${name}.` },
              deleteTable(table, relation),
            )
          }
          onClose={onClose}
        />
      );
  }
}

function EmptiedToo({ tables }: { readonly tables: readonly Table[] }) {
  if (tables.length === 0) return null;
  return (
    <div>
      <p>Rows elsewhere refer to its rows, so these are emptied too:</p>
      <ul>
        {tables.map((table) => (
          <li key={tableName(table)}>
            <code>{tableName(table)}</code>, {rowsText(table)}
          </li>
        ))}
      </ul>
    </div>
  );
}
