import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classes, IconButton } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Called once it has closed, however that came about. */
  readonly onClose: () => void;
  /** Called when a person sends it away, by Esc or its cross; false keeps it open. */
  readonly onLeave?: () => boolean;
  readonly wide?: boolean;
  /** What gets the focus first is marked by `data-first-focus`. */
  readonly children: (close: () => void) => ReactNode;
}

/** A modal dialog that is open for as long as it is drawn. */
export function Dialog({ title, onClose, onLeave = () => true, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  // Closing it gives the focus back to where it was; only then is it taken away.
  const close = () => dialog.current?.close();

  useEffect(() => {
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide)}
      aria-labelledby={headingId}
      onCancel={(event) => {
        if (!onLeave()) event.preventDefault();
      }}
      onClose={onClose}
    >
      <header className={styles.header}>
        <h2 id={headingId}>{title}</h2>
        <IconButton icon="close" label="Close" onClick={() => onLeave() && close()} />
      </header>
      {children(close)}
    </dialog>
  );
}

/** The buttons at a dialog's end, the one that goes on last. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.buttons}>{children}</footer>;
}
