import { useEffect, useState } from 'react';
import type { DatabasePort } from '../../ask/ports.ts';
import { type ErrorData, toErrorData } from '../../platform/errors.ts';
import type { Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { counted } from '../parts/format.ts';
import { Spinner } from '../parts/progress.tsx';
import { type Dependents, dependentsQuery, type RelationKind, readDependents } from './dependents.ts';
import { rowsText } from './table-actions.ts';

/** Names listed before "and n more". */
const MAX_LISTED = 12;

/** Postgres could only be stopped by ending its worker; this takes it milliseconds. */
const NEVER = new AbortController().signal;

interface DeleteTableDialogProps {
  readonly table: Table;
  readonly port: Pick<DatabasePort, 'runReadOnly'>;
  readonly onDelete: (kind: RelationKind) => void;
  readonly onClose: () => void;
}

export function DeleteTableDialog({ table, port, onDelete, onClose }: DeleteTableDialogProps) {
  const [dependents, setDependents] = useState<Dependents | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let live = true;
    port.runReadOnly(dependentsQuery(table), NEVER).then(
      (result) => live && setDependents(readDependents(result)),
      (thrown) => live && setError(toErrorData(thrown)),
    );
    return () => {
      live = false;
    };
  }, [table, port]);

  return (
    <ConfirmDialog
      title={`Delete ${tableName(table)}?`}
      action="Delete"
      disabled={dependents === null}
      onConfirm={() => dependents && onDelete(dependents.kind)}
      onClose={onClose}
    >
      <p>
        {table.kind === 'table'
          ? `The table and its ${rowsText(table)} go.`
          : 'The view goes; the tables behind it stay.'}{' '}
        It can be undone right after.
      </p>
      {dependents && <Consequences dependents={dependents} />}
      {!dependents && !error && (
        <p>
          <Spinner /> Looking for what depends on it…
        </p>
      )}
      {error && <ErrorNotice title="What depends on it could not be found out" error={error} />}
    </ConfirmDialog>
  );
}

function Consequences({ dependents: { deleted, unlinked } }: { readonly dependents: Dependents }) {
  if (deleted.length + unlinked.length === 0) return <p>Nothing else depends on it.</p>;
  return (
    <>
      <Names title="Deleted with it, because they need it:" names={deleted} />
      <Names title="These keep all their rows and lose their foreign key to it:" names={unlinked} />
    </>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const more = names.length - MAX_LISTED;
  return (
    <div>
      <p>{title}</p>
      <ul>
        {names.slice(0, MAX_LISTED).map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
        {more > 0 && <li>and {counted(more, 'more', 'more')}</li>}
      </ul>
    </div>
  );
}
