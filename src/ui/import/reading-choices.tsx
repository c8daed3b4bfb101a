import { useId, useState } from 'react';
import { DELIMITERS, type Delimiter } from '../../tabular/delimited/reader.ts';
import { ENCODINGS, type EncodingName } from '../../tabular/encoding.ts';
import type { ReadChoices, TabularPreview } from '../../tabular/preview-model.ts';
import styles from './reading-choices.module.css';
import { Select } from './select.tsx';

interface ReadingChoicesProps {
  readonly preview: TabularPreview;
  readonly choices: ReadChoices;
  readonly disabled: boolean;
  readonly onChoose: (choices: ReadChoices) => void;
}

const DELIMITER_TITLES: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

const ENCODING_TITLES: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252 (Latin)',
};

/** How the file is read: what was found out, and the way to say otherwise, which reads it again. */
export function ReadingChoices({ preview, choices, disabled, onChoose }: ReadingChoicesProps) {
  const id = useId();
  const { delimited, encoding, reading } = preview;
  return (
    <div className={styles.choices}>
      {delimited && (
        <>
          <div className={styles.choice}>
            <label htmlFor={`${id}-delimiter`}>Delimiter</label>
            <Select
              small
              id={`${id}-delimiter`}
              disabled={disabled}
              title={delimited.evidence}
              value={delimited.delimiter}
              onChange={(event) => {
                const delimiter = DELIMITERS.find((each) => each === event.target.value);
                if (delimiter !== undefined) onChoose({ ...choices, delimiter });
              }}
            >
              {DELIMITERS.map((delimiter) => (
                <option key={delimiter} value={delimiter}>
                  {DELIMITER_TITLES[delimiter]}
                </option>
              ))}
            </Select>
          </div>
          <label className={styles.header} title={delimited.header.evidence}>
            <input
              type="checkbox"
              disabled={disabled}
              checked={delimited.header.isPresent}
              onChange={(event) => onChoose({ ...choices, hasHeader: event.target.checked })}
            />
            First row has the names
          </label>
        </>
      )}
      <div className={styles.choice}>
        <label htmlFor={`${id}-encoding`}>Encoding</label>
        <Select
          small
          id={`${id}-encoding`}
          disabled={disabled}
          title={encoding.evidence}
          value={encoding.name}
          onChange={(event) => {
            const chosen = ENCODINGS.find((each) => each === event.target.value);
            if (chosen !== undefined) onChoose({ ...choices, encoding: chosen });
          }}
        >
          {ENCODINGS.map((name) => (
            <option key={name} value={name}>
              {ENCODING_TITLES[name]}
            </option>
          ))}
        </Select>
      </div>
      {reading.format === 'delimited' && (
        <NullWords
          words={reading.nullWords}
          disabled={disabled}
          onChoose={(nullWords) => onChoose({ ...choices, nullWords })}
        />
      )}
    </div>
  );
}

interface NullWordsProps {
  readonly words: readonly string[];
  readonly disabled: boolean;
  readonly onChoose: (words: readonly string[]) => void;
}

/** The empty cell is one of them unless it is taken for an empty text. */
function NullWords({ words, disabled, onChoose }: NullWordsProps) {
  const id = useId();
  const written = words.filter((word) => word !== '').join(', ');
  const [draft, setDraft] = useState<string | null>(null);
  const takesEmpty = words.includes('');
  const choose = (text: string, withEmpty: boolean) => {
    const listed = text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    setDraft(null);
    const next = [...(withEmpty ? [''] : []), ...new Set(listed)];
    if (next.join('\n') !== words.join('\n')) onChoose(next);
  };
  return (
    <>
      <label className={styles.header}>
        <input
          type="checkbox"
          disabled={disabled}
          checked={takesEmpty}
          onChange={(event) => choose(draft ?? written, event.target.checked)}
        />
        Empty cells are NULL
      </label>
      <div className={styles.nullWords}>
        <label htmlFor={id}>NULL words</label>
        <input
          id={id}
          className={styles.words}
          disabled={disabled}
          spellCheck={false}
          autoCapitalize="off"
          placeholder="NULL, \N"
          value={draft ?? written}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={(event) => choose(event.target.value, takesEmpty)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            choose(event.currentTarget.value, takesEmpty);
          }}
        />
      </div>
    </>
  );
}
