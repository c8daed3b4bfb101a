import { useCallback, useMemo, useRef, useState } from 'react';
import type { Answers } from '../../app/answers.ts';
import { sourceTitle } from '../../app/database-view.ts';
import type { Databases } from '../../app/databases.ts';
import { type GrammarInspector, grammarScope } from '../../app/grammar-inspector.ts';
import type { LinkingPreferences } from '../../app/linking-preferences.ts';
import type { Models } from '../../app/models.ts';
import { useStore } from '../../app/store.ts';
import type { Themes } from '../../app/theme.ts';
import { isBusy, sqlOf } from '../../ask/states.ts';
import { must } from '../../platform/assert.ts';
import type { Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import type { SqlToolsClient } from '../../sql-tools/client.ts';
import { type AnswerActions, AnswerCard } from '../ask/answer-card.tsx';
import { EarlierAnswers } from '../ask/earlier-answers.tsx';
import { ExampleQuestions } from '../ask/example-questions.tsx';
import { LiveStatus } from '../ask/live-status.tsx';
import { QuestionBox, type QuestionBoxHandle } from '../ask/question-box.tsx';
import { ShownTables } from '../ask/shown-tables.tsx';
import { DiagramButton } from '../diagram/diagram-button.tsx';
import { useAskedTables } from '../diagram/use-asked-tables.ts';
import { GrammarButton } from '../grammar/grammar-button.tsx';
import { ModelFailure } from '../model/model-failure.tsx';
import { modelText } from '../model/model-text.ts';
import { DdlButton } from '../schema/ddl-button.tsx';
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
  readonly tools: SqlToolsClient;
  readonly linking: LinkingPreferences;
}

export function App({ themes, databases, models, answers, grammars, tools, linking }: AppProps) {
  const { answers: list, questionError } = useStore(answers.store);
  const database = useStore(databases.store);
  const modelStatus = useStore(models.status);
  const preferences = useStore(linking.store);
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
    () => grammarScope(database.schema, lastQuestionHere, models.chosen, preferences),
    [database.schema, lastQuestionHere, models.chosen, preferences],
  );
  const modelNote =
    modelStatus.kind === 'empty' ? 'starting…' : `${modelStatus.model.title}, ${modelText(modelStatus)}`;

  const settled = isBusy(current.state) ? undefined : sqlOf(current.state);
  const asked = useAskedTables(settled, database.schema, tools);
  const readDdl = useCallback(() => databases.ddl(), [databases]);

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

  const runSql = useCallback(
    (sql: string) => {
      setSchemaOpen(false);
      void answers.runSql(sql);
    },
    [answers],
  );
  const preview = useCallback(
    (table: Table) => runSql(`SELECT *\nFROM ${tableName(table)}\nLIMIT ${PREVIEW_ROWS}`),
    [runSql],
  );

  return (
    <div className={styles.app}>
      <Header models={models} themes={themes} />
      <SchemaToggle view={database} open={schemaOpen} onToggle={() => setSchemaOpen(!schemaOpen)} />
      <aside id="schema" className={styles.aside} data-open={schemaOpen} aria-label="Database">
        <SchemaPanel
          databases={databases}
          tools={tools}
          linking={linking}
          maxTables={models.chosen.maxTables}
          onPreview={preview}
          onRunSql={runSql}
          views={
            <>
              <DiagramButton schema={database.schema} asked={asked} onPreview={preview} />
              <DdlButton title={title} read={readDdl} />
            </>
          }
        />
      </aside>
      <main className={styles.main}>
        <div className={styles.column}>
          <div className={styles.intro}>
            <h1>Ask your data</h1>
            <p>Plain language in, PostgreSQL out. The model and the database run in this page.</p>
            {database.schema.tables.length > 0 && (
              <GrammarButton grammars={grammars} models={models} title={title} scope={scope} />
            )}
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
              sample={database.source.sample}
              model={models.chosen}
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
            databaseTitle={title}
            shownTables={
              current.shown &&
              current.databaseTitle === title && (
                <ShownTables
                  shown={current.shown}
                  next={scope.schema}
                  schema={database.schema}
                  preferences={preferences}
                  onChoose={(table, choice) => linking.choose(table, choice)}
                  onAskAgain={busy ? undefined : () => actions.askAgain(current.id)}
                />
              )
            }
          />
          <EarlierAnswers answers={earlier} onReuse={(answer) => answers.writeSql(answer.draft)} />
        </div>
      </main>
      <LiveStatus state={current.state} modelNote={modelNote} />
    </div>
  );
}
