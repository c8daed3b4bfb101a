import { useId } from 'react';
import type { Detection } from '../../dialect/detect.ts';
import { DIALECT_TITLES, type Dialect } from '../../dialect/dialect.ts';
import styles from './dialect-choice.module.css';
import { Select } from './select.tsx';

interface DialectChoiceProps {
  /** Null while there is no text, or it has not been looked at yet. */
  readonly detection: Detection | null;
  /** What the person chose; null to go by what was found. */
  readonly chosen: Dialect | null;
  /** Those to choose from; all when absent. */
  readonly dialects?: readonly Dialect[];
  readonly disabled: boolean;
  readonly onChoose: (dialect: Dialect | null) => void;
}

const DIALECTS: readonly Dialect[] = ['postgres', 'mysql', 'sqlite', 'tsql'];

/** Which SQL it is, how that is known, and the way to say otherwise. */
export function DialectChoice({ detection, chosen, dialects = DIALECTS, disabled, onChoose }: DialectChoiceProps) {
  const id = useId();
  const effective = chosen ?? detection?.dialect ?? 'postgres';
  const value = dialects.includes(effective) ? effective : (dialects[0] ?? effective);
  return (
    <div className={styles.dialect}>
      <label htmlFor={id}>Dialect</label>
      <Select
        id={id}
        disabled={disabled}
        value={value}
        onChange={(event) => {
          const dialect = dialects.find((each) => each === event.target.value);
          onChoose(dialect === undefined || dialect === detection?.dialect ? null : dialect);
        }}
      >
        {dialects.map((dialect) => (
          <option key={dialect} value={dialect}>
            {DIALECT_TITLES[dialect]}
          </option>
        ))}
      </Select>
      <output className={styles.evidence}>{evidenceText(detection, chosen)}</output>
    </div>
  );
}

function evidenceText(detection: Detection | null, chosen: Dialect | null): string {
  if (!detection) return '';
  const { dialect, evidence } = detection;
  if (chosen !== null && chosen !== dialect) {
    return evidence.length === 0
      ? 'chosen by you'
      : `chosen by you; ${evidence.join(', ')} looks like ${DIALECT_TITLES[dialect]}`;
  }
  return evidence.length === 0 ? 'nothing in it says otherwise' : `because of ${evidence.join(', ')}`;
}
