import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import type { ChangeWords } from './use-changes.ts';

interface UndoLineProps {
  /** What undo would take back. */
  readonly undoable: string;
  readonly done: ChangeWords | null;
  readonly disabled: boolean;
  /** A report above says what was changed, and is what can be sent away. */
  readonly isOfReport: boolean;
  readonly onUndo: () => void;
}

/** What was changed last, and the way back. It can be sent away; the menu has Undo too. */
export function UndoLine({ undoable, done, disabled, isOfReport, onUndo }: UndoLineProps) {
  const [dismissed, setDismissed] = useState<ChangeWords | string | null>(null);
  const words = done?.what === undoable ? done : null;
  const subject = words ?? undoable;
  if (dismissed === subject && !isOfReport) return null;
  return (
    <Notice
      actions={
        <Button look="quiet" icon="undo" disabled={disabled} onClick={onUndo}>
          {words ? 'Undo' : `Undo ${undoable}`}
        </Button>
      }
      onDismiss={isOfReport ? undefined : () => setDismissed(subject)}
    >
      {words?.done}
    </Notice>
  );
}
