import { MAX_TITLE_CHARACTERS, type Workspace } from '../../workspaces/workspace.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { bytes, counted } from '../parts/format.ts';
import { NameDialog } from '../parts/name-dialog.tsx';

export type DatabaseDialogKind = 'rename' | 'delete';

export interface DatabaseDialogProps {
  readonly kind: DatabaseDialogKind;
  readonly workspace: Workspace;
  /** Another tab has it open. */
  readonly isElsewhere: boolean;
  /** Of all databases of the person's own. */
  readonly titles: readonly string[];
  readonly onRename: (title: string) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Renames the open database, or asks before it is deleted. */
export function DatabaseDialog({
  kind,
  workspace,
  isElsewhere,
  titles,
  onRename,
  onDelete,
  onClose,
}: DatabaseDialogProps) {
  const { title, tables, bytes: size } = workspace;
  if (kind === 'rename') {
    return (
      <NameDialog
        title="Rename the database"
        label="Title"
        name={title}
        problemOf={(wanted) => titleProblem(wanted, titles)}
        onRename={onRename}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog title={`Delete ${title}?`} action="Delete the database" onConfirm={onDelete} onClose={onClose}>
      <p>
        {counted(tables, 'table')} with all their rows ({bytes(size)}) are removed from this browser. This cannot be
        undone; to keep a copy, save the database as a file first.
      </p>
      {isElsewhere && <p>It is open in another tab too, which will not be able to keep its changes.</p>}
    </ConfirmDialog>
  );
}

function titleProblem(title: string, titles: readonly string[]): string | null {
  if (titles.includes(title)) return 'Another database has this title.';
  return title.length > MAX_TITLE_CHARACTERS
    ? `The title has ${title.length} characters; the limit is ${MAX_TITLE_CHARACTERS}.`
    : null;
}
