import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './confirm-dialog.module.css';
import { Dialog, DialogButtons } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What it does, on its button. */
  readonly action: string;
  /** What will be gone. */
  readonly children: ReactNode;
  /** While what will be gone is not known yet. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is taken away. Enter does not do it by chance: the focus begins on Cancel. */
export function ConfirmDialog({ title, action, children, disabled, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <>
          <div className={styles.text}>{children}</div>
          <DialogButtons>
            <Button data-first-focus onClick={close}>
              Cancel
            </Button>
            <Button
              look="danger"
              disabled={disabled}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {action}
            </Button>
          </DialogButtons>
        </>
      )}
    </Dialog>
  );
}
