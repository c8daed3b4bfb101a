import type { DatabaseView, Source } from '../../app/database-view.ts';
import type { Databases } from '../../app/databases.ts';
import type { ErrorCode } from '../../platform/errors.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import styles from './schema-panel.module.css';

interface DatabaseNoticesProps {
  readonly databases: Databases;
  readonly view: DatabaseView;
}

/** What to know about where the open database is kept, and what went wrong with it. */
export function DatabaseNotices({ databases, view }: DatabaseNoticesProps) {
  const { source, problem, status } = view;
  const isReady = status.kind === 'ready';
  return (
    <>
      {problem && (
        <div className={styles.failed}>
          <ErrorNotice
            title={problemTitle(problem.code)}
            error={problem}
            actions={<Button onClick={() => databases.dismissProblem()}>Dismiss</Button>}
          />
        </div>
      )}
      {source.kind === 'unkept' && isReady && (
        <Notice look="warn">
          <strong>This database lasts until the page is closed.</strong>
          <span>The browser does not keep it. To have it again, save it as a file: the menu above does that.</span>
        </Notice>
      )}
      {source.kind === 'workspace' && isReady && <Ownership source={source} view={view} databases={databases} />}
    </>
  );
}

interface OwnershipProps extends DatabaseNoticesProps {
  readonly source: Extract<Source, { kind: 'workspace' }>;
}

/** What other tabs did to it: one that owns it goes on changing it, and what is shown here may have been overtaken. */
function Ownership({ source: { workspace, access }, view, databases }: OwnershipProps) {
  const kept = view.workspaces.find(({ id }) => id === workspace.id);
  if (!kept) {
    return (
      <Notice look="warn">
        <strong>Deleted in another tab</strong>
        <span>
          What you see lasts until the page is closed. To keep it, save it as a file: the menu above does that.
        </span>
      </Notice>
    );
  }
  if (access === 'here') return null;
  const isOvertaken = kept.changedAt > workspace.changedAt;
  return (
    <Notice
      look="warn"
      actions={
        <>
          <Button onClick={() => databases.takeOver()}>Take over</Button>
          {isOvertaken && <Button onClick={() => databases.openWorkspace(workspace.id)}>Show the changes</Button>}
        </>
      }
    >
      <strong>Open in another tab</strong>
      <span>
        {isOvertaken
          ? 'It was changed there since. Only one tab can change it; this one shows it as it was.'
          : 'Only one tab can change it. Here you can ask and look.'}
      </span>
    </Notice>
  );
}

function problemTitle(code: ErrorCode): string {
  if (code.startsWith('storage/')) return 'The database is not kept';
  return code.startsWith('workspace/') ? 'That did not work' : 'The database was not changed';
}
