import { useId, useMemo } from 'react';
import type { GrammarInspector, GrammarScope } from '../../app/grammar-inspector.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { exampleQuery } from './example-query.ts';
import { ExplanationView } from './explanation-view.tsx';
import styles from './try-sql.module.css';
import { useExplanation } from './use-explanation.ts';

interface TrySqlProps {
  readonly grammars: GrammarInspector;
  readonly scope: GrammarScope;
  /** Null until something was typed: an example stands there. */
  readonly typedSql: string | null;
  readonly onType: (sql: string) => void;
}

/** A query to try: could the model write it? Any spelling will do. */
export function TrySql({ grammars, scope, typedSql, onType }: TrySqlProps) {
  const example = useMemo(() => exampleQuery(scope.schema), [scope.schema]);
  const sql = typedSql ?? example;
  const { explained, error } = useExplanation(grammars, scope, sql);
  const areaId = useId();
  const hintId = useId();
  return (
    <section className={styles.section} aria-label="Try it">
      <div className={styles.labels}>
        <label htmlFor={areaId} className={styles.label}>
          Could it write this?
        </label>
        <p id={hintId} className={styles.hint}>
          In whatever spelling you like; nothing is run.
        </p>
      </div>
      <textarea
        id={areaId}
        className={styles.area}
        aria-describedby={hintId}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        rows={6}
        value={sql}
        onChange={(event) => onType(event.target.value)}
      />
      <div className={styles.result}>
        {error && <ErrorNotice title="The query could not be looked at" error={error} />}
        {explained && <ExplanationView {...explained} scope={scope} />}
        {!error && !explained && <p className={styles.pending}>Looking…</p>}
      </div>
    </section>
  );
}
