import { type ClipboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../parts/button.tsx';
import { count } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { isEditable, isSlowToPaste } from './editable-text.ts';
import styles from './text-source.module.css';

interface TextSourceProps {
  readonly label: ReactNode;
  /** Of what is too long to be shown. */
  readonly title: string;
  readonly text: string;
  readonly placeholder: string;
  readonly rows?: number;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
  /** For a text that takes the place of all that was there; `onChange` when absent. */
  readonly onReplace?: (text: string) => void;
  readonly children?: ReactNode;
}

/** A text of any length: written or pasted, shown as long as that costs nothing. */
export function TextSource(props: TextSourceProps) {
  const { label, title, text, placeholder, rows, disabled, onChange, onReplace = onChange, children } = props;
  const areaId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the caret belongs once the text that was pasted is there. */
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caret.current !== null && text !== '') area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  if (!isEditable(text)) {
    return (
      <HeldText title={title} disabled={disabled} onRemove={() => onChange('')}>
        {count(text.length)} characters, too long to edit here; it can be used as it is.
      </HeldText>
    );
  }
  const takeLongPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n');
    if (!isSlowToPaste(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const [before, after] = [text.slice(0, selectionStart), text.slice(selectionEnd)];
    caret.current = before.length + pasted.length;
    if (before === '' && after === '') onReplace(pasted);
    else onChange(before + pasted + after);
  };
  return (
    <div className={styles.source}>
      <div className={styles.labels}>
        <label htmlFor={areaId} className={styles.label}>
          {label}
        </label>
        {children}
      </div>
      <textarea
        ref={area}
        id={areaId}
        className={styles.area}
        style={rows === undefined ? undefined : { height: `calc(${rows} * 1.6em + 26px)` }}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
        readOnly={disabled}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onPaste={takeLongPaste}
      />
    </div>
  );
}

interface HeldTextProps {
  readonly title: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
  readonly onRemove: () => void;
}

/** What is there and not shown. */
export function HeldText({ title, disabled, children, onRemove }: HeldTextProps) {
  return (
    <div className={styles.held}>
      <Icon name="table" />
      <div className={styles.facts}>
        <strong>{title}</strong>
        <span>{children}</span>
      </div>
      <IconButton icon="close" label="Remove the text" disabled={disabled} onClick={onRemove} />
    </div>
  );
}
