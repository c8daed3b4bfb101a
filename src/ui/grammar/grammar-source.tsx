import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icons.tsx';
import styles from './grammar-dialog.module.css';

interface GrammarSourceProps {
  readonly text: string;
  readonly fileName: string;
}

/** The grammar's own text, exactly as the engine gets it. Drawn when it is opened: it can have thousands of lines. */
export function GrammarSource({ text, fileName }: GrammarSourceProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.source} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.chevron}>
          <Icon name="chevron" />
        </span>
        The grammar’s text
      </summary>
      {open && (
        <>
          <div className={styles.sourceBar}>
            <code className={styles.note}>{fileName}</code>
            <CopyButton label="Copy" text={() => text} />
            <Button look="quiet" onClick={() => download(text, fileName)}>
              Download
            </Button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard */}
          <section className={styles.text} aria-label={fileName} tabIndex={0}>
            <pre>{text}</pre>
          </section>
        </>
      )}
    </details>
  );
}

function download(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
