import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import type { ChangeWords } from './use-changes.ts';

interface UndoLineProps {
  /** What undo would take back. */
  readonly undoable: string;
  readonly done: ChangeWords | null;
  readonly disabled: boolean;
  readonly onUndo: () => void;
}

/** What was changed last, and the way back. It can be sent away; the menu has Undo too. */
export function UndoLine({ undoable, done, disabled, onUndo }: UndoLineProps) {
  const [dismissed, setDismissed] = useState<ChangeWords | string | null>(null);
  const words = done?.what === undoable ? done : null;
  const subject = words ?? undoable;
  if (dismissed === subject) return null;
  return (
    <Notice
      actions={
        <Button look="quiet" icon="undo" disabled={disabled} onClick={onUndo}>
          {words ? 'Undo' : `Undo ${undoable}`}
        </Button>
      }
      onDismiss={() => setDismissed(subject)}
    >
      {words?.done}
    </Notice>
  );
}
