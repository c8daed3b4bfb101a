import { useEffect, useId, useMemo, useRef } from 'react';
import type { GrammarInspector, GrammarScope } from '../../app/grammar-inspector.ts';
import type { Models } from '../../app/models.ts';
import { IconButton } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import type { DisclosureHandle } from './disclosure.tsx';
import styles from './grammar-dialog.module.css';
import { GrammarFacts } from './grammar-facts.tsx';
import { grammarReach } from './grammar-reach.ts';
import { GrammarSource } from './grammar-source.tsx';
import { IncludedTables } from './included-tables.tsx';
import { Limits } from './limits.tsx';
import { OwnWords } from './own-words.tsx';
import { PostgresWords } from './postgres-words.tsx';
import { TrySql } from './try-sql.tsx';
import { useGrammarFacts } from './use-grammar-facts.ts';

export interface GrammarDialogProps {
  readonly grammars: GrammarInspector;
  readonly models: Models;
  readonly title: string;
  readonly scope: GrammarScope;
  /** What was typed to be tried when the view was last open; null when nothing was. */
  readonly typedSql: string | null;
  readonly onType: (sql: string) => void;
  readonly onClose: () => void;
}

/** What the grammar of the current schema lets the model write, and a place to try whether it could write this or that. */
export function GrammarDialog({ grammars, models, title, scope, typedSql, onType, onClose }: GrammarDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const leftOut = useRef<DisclosureHandle>(null);
  const headingId = useId();
  const facts = useGrammarFacts(grammars, models, scope);
  const { chosen } = models;
  const reach = useMemo(() => grammarReach(scope.schema, chosen), [scope.schema, chosen]);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={headingId} onClose={onClose}>
      <header className={styles.header}>
        <h2 id={headingId}>What the model may write</h2>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </header>
      {facts.kind === 'failed' ? (
        <div className={styles.error}>
          <ErrorNotice title="There is no grammar of this schema" error={facts.error} />
        </div>
      ) : (
        <>
          <IncludedTables scope={scope} tables={reach.tables} model={chosen.title} />
          <TrySql grammars={grammars} scope={scope} typedSql={typedSql} onType={onType} />
          <div className={styles.more}>
            <Limits schema={scope.schema} reach={reach} onShowLeftOut={() => leftOut.current?.show()} />
            <div>
              <OwnWords schema={scope.schema} listedColumns={reach.listedColumns} />
              <PostgresWords leftOutRef={leftOut} />
            </div>
          </div>
          <div className={styles.more}>
            <GrammarFacts facts={facts} scope={scope} />
            {facts.text && <GrammarSource text={facts.text.text} fileName={fileNameOf(title, models)} />}
          </div>
        </>
      )}
    </dialog>
  );
}

/** `online-shop.gbnf` */
function fileNameOf(title: string, models: Models): string {
  const name = title
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${name || 'schema'}.${models.chosen.grammarDialect}`;
}
