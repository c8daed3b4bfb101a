import { useId } from 'react';
import { type Source, sourceTitle } from '../../app/database-view.ts';
import type { ImportTarget } from '../../app/databases.ts';
import styles from './target-choice.module.css';

interface TargetChoiceProps {
  readonly source: Source;
  readonly target: ImportTarget;
  readonly onChoose: (target: ImportTarget) => void;
}

/** Another tab owns the open database, so that this one cannot change it. */
export function isElsewhere(source: Source): boolean {
  return source.kind === 'workspace' && source.access === 'elsewhere';
}

/** Where an import goes. */
export function TargetChoice({ source, target, onChoose }: TargetChoiceProps) {
  const name = useId();
  const elsewhere = isElsewhere(source);
  return (
    <fieldset className={styles.target}>
      <legend>Import into</legend>
      <label>
        <input type="radio" name={name} checked={target === 'new'} onChange={() => onChoose('new')} />a new database
      </label>
      <label>
        <input
          type="radio"
          name={name}
          checked={target === 'open'}
          disabled={elsewhere}
          onChange={() => onChoose('open')}
        />
        <span>
          the open one, {sourceTitle(source)}
          {elsewhere && <small> (open in another tab, which owns it)</small>}
        </span>
      </label>
    </fieldset>
  );
}
