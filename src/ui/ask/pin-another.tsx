import { useId, useState } from 'react';
import { choiceOf } from '../../app/linking-preferences.ts';
import type { TableId, TablePreferences } from '../../ask/table-preferences.ts';
import type { Schema } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import styles from './shown-tables.module.css';

interface PinAnotherProps {
  readonly schema: Schema;
  readonly preferences: TablePreferences;
  readonly onPin: (table: TableId) => void;
}

/** Pins a table by its name: there are too many to list. */
export function PinAnother({ schema, preferences, onPin }: PinAnotherProps) {
  const [text, setText] = useState('');
  const inputId = useId();
  const listId = useId();
  const candidates = schema.tables.filter((table) => choiceOf(table, preferences) === null);
  const take = (typed: string) => {
    const table = candidates.find((each) => tableName(each) === typed.trim());
    setText(table ? '' : typed);
    if (table) onPin(table);
  };
  return (
    <div className={styles.another}>
      <label htmlFor={inputId}>Pin another table</label>
      <input
        id={inputId}
        list={listId}
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        placeholder="its name"
        value={text}
        onChange={(event) => {
          // A choice from the list is taken at once; what is typed, with Enter: it may be the beginning of a longer name.
          const isChoice = !('data' in event.nativeEvent && typeof event.nativeEvent.data === 'string');
          if (isChoice) take(event.target.value);
          else setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(text);
        }}
      />
      <datalist id={listId}>
        {candidates.map((table) => (
          <option key={tableName(table)} value={tableName(table)} />
        ))}
      </datalist>
    </div>
  );
}
