import { useCallback, useMemo, useRef, useState } from 'react';
import type { Answers } from '../../app/answers.ts';
import { type Databases, sourceTitle } from '../../app/databases.ts';
import { type GrammarInspector, grammarScope } from '../../app/grammar-inspector.ts';
import type { Models } from '../../app/models.ts';
import { useStore } from '../../app/store.ts';
import type { Themes } from '../../app/theme.ts';
import { isBusy } from '../../ask/states.ts';
import { must } from '../../platform/assert.ts';
import type { Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { type AnswerActions, AnswerCard } from '../ask/answer-card.tsx';
import { EarlierAnswers } from '../ask/earlier-answers.tsx';
import { ExampleQuestions } from '../ask/example-questions.tsx';
import { LiveStatus } from '../ask/live-status.tsx';
import { QuestionBox, type QuestionBoxHandle } from '../ask/question-box.tsx';
import { GrammarButton } from '../grammar/grammar-button.tsx';
import { ModelFailure } from '../model/model-failure.tsx';
import { modelText } from '../model/model-text.ts';
import { SchemaPanel } from '../schema/schema-panel.tsx';
import styles from './app.module.css';
import { Header } from './header.tsx';
import { SchemaToggle } from './schema-toggle.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** Rows that "Show rows" asks for. */
const PREVIEW_ROWS = 100;

export interface AppProps {
  readonly themes: Themes;
  readonly databases: Databases;
  readonly models: Models;
  readonly answers: Answers;
  readonly grammars: GrammarInspector;
}

export function App({ themes, databases, models, answers, grammars }: AppProps) {
  const { answers: list, questionError } = useStore(answers.store);
  const database = useStore(databases.store);
  const modelStatus = useStore(models.status);
  const [schemaOpen, setSchemaOpen] = useState(false);
  const questionBox = useRef<QuestionBoxHandle>(null);
  const [latest, ...earlier] = list;
  const current = must(latest, 'at least one answer');
  const busy = isBusy(current.state);
  const lastQuestion = list.find((answer) => answer.question !== null)?.question ?? undefined;
  const title = sourceTitle(database.source);
  const lastQuestionHere =
    list.find((each) => each.question !== null && each.databaseTitle === title)?.question ?? null;
  const scope = useMemo(
    () => grammarScope(database.schema, lastQuestionHere, models.chosen),
    [database.schema, lastQuestionHere, models.chosen],
  );
  const modelNote =
    modelStatus.kind === 'empty' ? 'starting…' : `${modelStatus.model.title}, ${modelText(modelStatus)}`;

  useShortcuts({ onCancel: () => answers.cancel(), onFocusQuestion: () => questionBox.current?.focus() });

  const actions = useMemo<AnswerActions>(
    () => ({
      edit: (id, draft) => answers.edit(id, draft),
      run: (id) => answers.run(id),
      askAgain: (id) => answers.askAgain(id),
      cancel: () => answers.cancel(),
      editQuestion: (question) => questionBox.current?.fill(question),
    }),
    [answers],
  );

  const preview = useCallback(
    (table: Table) => {
      setSchemaOpen(false);
      void answers.runSql(`SELECT *\nFROM ${tableName(table)}\nLIMIT ${PREVIEW_ROWS}`);
    },
    [answers],
  );

  return (
    <div className={styles.app}>
      <Header models={models} themes={themes} />
      <SchemaToggle view={database} open={schemaOpen} onToggle={() => setSchemaOpen(!schemaOpen)} />
      <aside id="schema" className={styles.aside} data-open={schemaOpen} aria-label="Database">
        <SchemaPanel
          databases={databases}
          onPreview={preview}
          tableActions={<GrammarButton grammars={grammars} models={models} title={title} scope={scope} />}
        />
      </aside>
      <main className={styles.main}>
        <div className={styles.column}>
          <div className={styles.intro}>
            <h1>Ask your data</h1>
            <p>Plain language in, PostgreSQL out. The model and the database run in this page.</p>
          </div>
          <QuestionBox
            ref={questionBox}
            busy={busy}
            error={questionError}
            lastQuestion={lastQuestion}
            onAsk={(question, onTaken) => answers.ask(question, onTaken)}
            onCancel={actions.cancel}
            onChange={() => answers.clearQuestionError()}
            onWriteSql={() => answers.writeSql()}
          />
          {database.source.kind === 'sample' && (
            <ExampleQuestions
              questions={database.source.sample.questions}
              disabled={busy}
              onAsk={(question) => answers.ask(question, () => undefined)}
            />
          )}
          {modelStatus.kind === 'failed' && <ModelFailure status={modelStatus} onRetry={() => models.load()} />}
          <AnswerCard
            key={current.id}
            answer={current}
            modelNote={current.state.kind === 'preparing' ? modelNote : ''}
            modelError={modelStatus.kind === 'failed' ? modelStatus.error : null}
            actions={actions}
          />
          <EarlierAnswers answers={earlier} onReuse={(answer) => answers.writeSql(answer.draft)} />
        </div>
      </main>
      <LiveStatus state={current.state} modelNote={modelNote} />
    </div>
  );
}
