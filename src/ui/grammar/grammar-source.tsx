import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { saveFile } from '../parts/save-file.ts';
import { Disclosure, ScrollBox } from './disclosure.tsx';
import styles from './grammar-dialog.module.css';

interface GrammarSourceProps {
  readonly text: string;
  readonly fileName: string;
}

/** The grammar's own text, exactly as the engine gets it. */
export function GrammarSource({ text, fileName }: GrammarSourceProps) {
  return (
    <Disclosure title="The grammar’s text">
      <div className={styles.sourceBar}>
        <code className={styles.note}>{fileName}</code>
        <CopyButton label="Copy" text={() => text} />
        <Button look="quiet" onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), fileName)}>
          Download
        </Button>
      </div>
      <ScrollBox label={fileName}>
        <pre className={styles.text}>{text}</pre>
      </ScrollBox>
    </Disclosure>
  );
}
