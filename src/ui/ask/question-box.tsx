import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { MAX_QUESTION_CHARACTERS } from '../../ask/ask.ts';
import type { ErrorData } from '../../platform/errors.ts';
import { Button, classes } from '../parts/button.tsx';
import { Hidden } from '../parts/hidden.tsx';
import styles from './question-box.module.css';

/** The counter appears when this many characters are left. */
const WARN_CHARACTERS = 80;

export interface QuestionBoxHandle {
  /** Puts a question into the box, to be changed and asked again. */
  fill(question: string): void;
  focus(): void;
}

interface QuestionBoxProps {
  readonly busy: boolean;
  readonly error: ErrorData | null;
  /** For ArrowUp in an empty box, as shells do. */
  readonly lastQuestion: string | undefined;
  readonly onAsk: (question: string, onTaken: () => void) => void;
  readonly onCancel: () => void;
  readonly onChange: () => void;
  readonly onWriteSql: () => void;
  readonly ref?: Ref<QuestionBoxHandle>;
}

export function QuestionBox({
  busy,
  error,
  lastQuestion,
  onAsk,
  onCancel,
  onChange,
  onWriteSql,
  ref,
}: QuestionBoxProps) {
  const [question, setQuestion] = useState('');
  const [enteredWhileBusy, setEnteredWhileBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const areaId = useId();
  const noteId = useId();
  const charactersLeft = MAX_QUESTION_CHARACTERS - question.trim().length;

  useImperativeHandle(ref, () => ({
    fill(text) {
      setQuestion(text);
      onChange();
      area.current?.focus();
    },
    focus: () => area.current?.focus(),
  }));

  // A keyboard that slides over half a phone's screen is not a welcome.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, []);

  useEffect(() => {
    if (!busy) setEnteredWhileBusy(false);
  }, [busy]);

  const submit = () => onAsk(question, () => setQuestion(''));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (busy) setEnteredWhileBusy(true);
      else submit();
    }
    if (event.key === 'ArrowUp' && question === '' && lastQuestion !== undefined) {
      event.preventDefault();
      setQuestion(lastQuestion);
    }
  };

  return (
    <form
      className={classes(styles.box, error !== null && styles.wrong)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      <label htmlFor={areaId}>
        <Hidden>Your question</Hidden>
      </label>
      <textarea
        ref={area}
        id={areaId}
        className={styles.area}
        rows={1}
        placeholder="Ask a question about the data"
        enterKeyHint="send"
        aria-describedby={noteId}
        aria-invalid={error !== null}
        value={question}
        onChange={(event) => {
          setQuestion(event.target.value);
          onChange();
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.bar}>
        <div id={noteId} className={styles.note}>
          {error ? (
            <p className={styles.error} role="alert">
              {error.message} {error.hint}
            </p>
          ) : enteredWhileBusy ? (
            <p role="status">
              One question at a time. <kbd>Esc</kbd> cancels.
            </p>
          ) : charactersLeft < WARN_CHARACTERS ? (
            <p className={classes(charactersLeft < 0 && styles.error)}>{charactersLeft} characters left</p>
          ) : (
            <p className={styles.keys}>
              <kbd>Enter</kbd> asks, <kbd>Shift</kbd> <kbd>Enter</kbd> makes a new line
            </p>
          )}
        </div>
        {busy ? (
          <Button onClick={onCancel}>
            Cancel <kbd className={styles.key}>Esc</kbd>
          </Button>
        ) : (
          <div className={styles.buttons}>
            <Button look="quiet" onClick={onWriteSql}>
              Write SQL
            </Button>
            <Button look="primary" type="submit">
              Ask
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}
