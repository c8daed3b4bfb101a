import { useState } from 'react';
import type { Dialect, ForeignDialect } from '../../dialect/dialect.ts';
import type { Schema } from '../../schema/model.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { count } from '../parts/format.ts';
import { DialectChoice } from './dialect-choice.tsx';
import styles from './query-converter.module.css';
import { TextSource } from './text-source.tsx';
import { type Conversion, MAX_CONVERTED_CHARACTERS, useConversion } from './use-conversion.ts';
import { useDetection } from './use-detection.ts';

interface QueryConverterProps {
  readonly schema: Schema;
  /** Puts a query into the editor of the page. */
  readonly onRun: (sql: string) => void;
}

const FOREIGN: readonly ForeignDialect[] = ['mysql', 'sqlite', 'tsql'];

const EXAMPLE = `SELECT IFNULL(city, 'unknown') AS city,
  GROUP_CONCAT(name SEPARATOR ', ')
FROM \`customers\`
WHERE created_at > DATE_SUB(NOW(), INTERVAL 7 DAY)
GROUP BY city LIMIT 5, 10`;

/** A query of another database on one side, the same one for Postgres on the other. */
export function QueryConverter({ schema, onRun }: QueryConverterProps) {
  const [sql, setSql] = useState('');
  const [chosen, setChosen] = useState<Dialect | null>(null);
  const detection = useDetection(sql);
  const found = FOREIGN.find((each) => each === detection?.dialect);
  const dialect = FOREIGN.find((each) => each === chosen) ?? found ?? (detection ? 'mysql' : null);
  const conversion = useConversion(sql, dialect, schema);
  const query = conversion.kind === 'converted' ? conversion.query : null;
  return (
    <>
      <div className={styles.sides}>
        <div className={styles.side}>
          <TextSource
            label="Your query"
            title="Your query"
            text={sql}
            placeholder={EXAMPLE}
            disabled={false}
            onChange={setSql}
          />
        </div>
        <div className={styles.side}>
          <div className={styles.bar}>
            <h3>For PostgreSQL</h3>
            {query && <CopyButton label="Copy" text={() => query.sql} />}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard */}
          <section className={styles.converted} tabIndex={0} aria-label="The query for PostgreSQL">
            {query ? <pre>{query.sql}</pre> : <p>{missingText(conversion)}</p>}
          </section>
        </div>
      </div>
      {sql.trim() !== '' && (
        <DialectChoice
          detection={found || chosen ? detection : detection && { dialect: 'mysql', evidence: [] }}
          chosen={chosen}
          dialects={FOREIGN}
          disabled={false}
          onChoose={setChosen}
        />
      )}
      {query && query.notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {query.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <footer className={styles.footer}>
        <Button look="primary" icon="play" disabled={!query} onClick={() => query && onRun(query.sql)}>
          Run it here
        </Button>
      </footer>
    </>
  );
}

function missingText(conversion: Conversion): string {
  switch (conversion.kind) {
    case 'too-long':
      return `At most ${count(MAX_CONVERTED_CHARACTERS)} characters are converted here. Import longer scripts under “SQL or files”.`;
    case 'missing':
      return 'This part of the page could not be fetched. Check the connection and change the query to try again.';
    case 'waiting':
      return 'Converting…';
    default:
      return 'Write or paste a query of MySQL, MariaDB, SQLite or SQL Server.';
  }
}
