import type { Schema } from '../../schema/model.ts';
import styles from './grammar-dialog.module.css';
import type { GrammarReach } from './grammar-reach.ts';
import { joinsText, namesText, valuesText } from './limits-text.ts';

interface LimitsProps {
  readonly schema: Schema;
  readonly reach: GrammarReach;
  readonly onShowLeftOut: () => void;
}

/** What a query can be made of, and what not. */
export function Limits({ schema, reach, onShowLeftOut }: LimitsProps) {
  return (
    <dl className={styles.limits} aria-label="Limits">
      <dt>Names</dt>
      <dd>{namesText(schema)}</dd>
      <dt>Values</dt>
      <dd>{valuesText(reach)}</dd>
      <dt>Joins</dt>
      <dd>{joinsText(reach)}</dd>
      <dt>Left out</dt>
      <dd>
        What changes rows, and some of what PostgreSQL has for queries:{' '}
        <button type="button" className={styles.link} onClick={onShowLeftOut}>
          what, and why
        </button>
      </dd>
    </dl>
  );
}
