import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { classes } from '../parts/button.tsx';
import type { Editor, Range } from './code-mirror.ts';
import styles from './sql-editor.module.css';

export interface SqlEditorHandle {
  goTo(position: number): void;
  focus(): void;
}

interface SqlEditorProps {
  readonly label: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly fault: Range | null;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly ref?: Ref<SqlEditorHandle>;
}

/** A React face for CodeMirror. Until it has been fetched the text is shown plainly. */
export function SqlEditor({ label, text, readOnly, fault, placeholder, onChange, onRun, ref }: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef({ onChange, onRun });
  useEffect(() => {
    latest.current = { onChange, onRun };
  });

  useEffect(() => {
    let live = true;
    let created: Editor | null = null;
    import('./code-mirror.ts').then(({ createEditor }) => {
      if (!live || !host.current) return;
      created = createEditor({
        root: host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' }),
        label,
        placeholder,
        onChange: (changed) => latest.current.onChange(changed),
        onRun: () => latest.current.onRun(),
      });
      setEditor(created);
    });
    return () => {
      live = false;
      created?.destroy();
      setEditor(null);
    };
  }, [label, placeholder]);

  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setReadOnly(readOnly), [editor, readOnly]);
  useEffect(() => editor?.setFault(fault), [editor, fault]);
  useImperativeHandle(ref, () => ({
    goTo: (position) => editor?.goTo(position),
    focus: () => editor?.focus(),
  }));

  return (
    <div className={classes(styles.editor, !readOnly && styles.editable)}>
      {!editor && <pre className={styles.plain}>{text || placeholder}</pre>}
      <div ref={host} hidden={!editor} />
    </div>
  );
}
