import { useEffect, useId, useMemo, useState } from 'react';
import type { SmartQueryResult } from '../../schema/smart-query/read-result.ts';
import { smartQuery } from '../../schema/smart-query/smart-query.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Spinner } from '../parts/progress.tsx';
import type { ImportTools } from './import-ports.ts';
import { IntoView } from './into-view.tsx';
import { ServerContents } from './server-contents.tsx';
import styles from './server-source.module.css';
import { TextSource } from './text-source.tsx';
import { type ServerReading, useServerResult } from './use-server-result.ts';

interface ServerSourceProps {
  readonly tools: ImportTools;
  /** What was pasted, or came as a file. */
  readonly text: string;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
  /** Null while there is nothing to import. */
  readonly onResult: (result: SmartQueryResult | null) => void;
}

/** The query to run on one's own server, and the place for what it returns. */
export function ServerSource({ tools, text, disabled, onText, onResult }: ServerSourceProps) {
  const schemasId = useId();
  const [schemas, setSchemas] = useState('');
  const query = useMemo(() => {
    const namespaces = schemas
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return smartQuery(namespaces.length > 0 ? { namespaces } : {});
  }, [schemas]);
  const reading = useServerResult(tools, text);

  useEffect(() => onResult(reading.kind === 'read' ? reading.result : null), [reading, onResult]);

  return (
    <>
      <p className={styles.intro}>
        This one SELECT describes your schema. It reads the catalogue only, no rows, and needs no special rights
        (PostgreSQL 12 to 18). Run it in psql, pgAdmin or DBeaver, then copy the single cell it returns and paste it
        below. In psql, <code>psql -At -f query.sql &gt; schema.json</code> gives a file that you can drop here.
      </p>
      <div className={styles.bar}>
        <label htmlFor={schemasId}>Only the schemas</label>
        <input
          id={schemasId}
          className={styles.schemas}
          placeholder="all of them"
          spellCheck={false}
          autoCapitalize="off"
          value={schemas}
          onChange={(event) => setSchemas(event.target.value)}
        />
        <span className={styles.space} />
        <CopyButton label="Copy the query" text={() => query} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard */}
      <section className={styles.query} tabIndex={0} aria-label="The query">
        <pre>{query}</pre>
      </section>
      <TextSource
        label="Its result"
        title="The result"
        text={text}
        placeholder={'{"types": [ … ], "tables": [ … ], "expert_sql_schema": 1}'}
        rows={5}
        disabled={disabled}
        onChange={onText}
      />
      <Outcome reading={reading} />
    </>
  );
}

function Outcome({ reading }: { readonly reading: ServerReading }) {
  switch (reading.kind) {
    case 'nothing':
      return null;
    case 'reading':
      return (
        <p className={styles.reading} role="status">
          <Spinner /> Reading the result…
        </p>
      );
    case 'failed':
      return (
        <IntoView className={styles.error}>
          <ErrorNotice title="The result cannot be read" error={reading.error} />
        </IntoView>
      );
    case 'read':
      return (
        <IntoView>
          <ServerContents result={reading.result} />
        </IntoView>
      );
  }
}
