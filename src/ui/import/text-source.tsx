import type { ClipboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { IconButton } from '../parts/button.tsx';
import { count } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import styles from './text-source.module.css';

/** A longer text is kept out of the text area, which would take seconds to lay it out. */
export const MAX_EDITABLE_CHARACTERS = 200_000;

interface TextSourceProps {
  readonly label: ReactNode;
  /** Of what is too long to be shown. */
  readonly title: string;
  readonly text: string;
  readonly placeholder: string;
  readonly rows?: number;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
  /** For a text that was pasted at once, in place of what was there. */
  readonly onPaste?: (text: string) => void;
  readonly children?: ReactNode;
}

/** A text of any length: written or pasted, shown as long as that costs nothing. */
export function TextSource(props: TextSourceProps) {
  const { label, title, text, placeholder, rows, disabled, onChange, onPaste = onChange, children } = props;
  const areaId = useId();
  if (text.length > MAX_EDITABLE_CHARACTERS) {
    return (
      <HeldText title={title} disabled={disabled} onRemove={() => onChange('')}>
        {count(text.length)} characters, too long to edit here; it can be used as it is.
      </HeldText>
    );
  }
  const takeLongPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= MAX_EDITABLE_CHARACTERS) return;
    event.preventDefault();
    onPaste(pasted);
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
