import { useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import styles from './name-dialog.module.css';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly name: string;
  /** What is wrong with a name; null when nothing is. */
  readonly problemOf: (name: string) => string | null;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function NameDialog({ title, label, name: before, problemOf, onRename, onClose }: NameDialogProps) {
  const [name, setName] = useState(before);
  const inputId = useId();
  const problemId = useId();
  const isSame = name.trim() === before;
  const problem = name.trim() === '' || isSame ? null : problemOf(name.trim());
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '' || problem !== null) return;
            close();
            if (!isSame) onRename(name.trim());
          }}
        >
          <label htmlFor={inputId} className={styles.label}>
            {label}
          </label>
          <input
            id={inputId}
            className={styles.input}
            data-first-focus
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={problemId}
            value={name}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
          <p id={problemId} className={styles.problem} aria-live="polite">
            {problem}
          </p>
          <DialogButtons>
            <Button onClick={close}>Cancel</Button>
            <Button look="primary" type="submit" disabled={name.trim() === '' || problem !== null}>
              Rename
            </Button>
          </DialogButtons>
        </form>
      )}
    </Dialog>
  );
}
