/** The questions and queries of this visit, newest first. One runs at a time: there is one model and one database. */
import { ask, runByHand } from '../ask/ask.ts';
import type { AskPorts } from '../ask/ports.ts';
import { type AskState, type ShownTables, sqlOf } from '../ask/states.ts';
import type { TablePreferences } from '../ask/table-preferences.ts';
import type { ErrorCode, ErrorData } from '../platform/errors.ts';
import { cancelled } from '../platform/errors.ts';
import { Store } from './store.ts';

/** Answers kept, each with up to a thousand rows: enough to look back, small enough for a phone. */
const MAX_ANSWERS = 30;

export interface Answer {
  readonly id: number;
  /** Null when the query was written by hand. */
  readonly question: string | null;
  /** What the database was called when this was asked or run. */
  readonly databaseTitle: string;
  /** The editor's text. */
  readonly draft: string;
  readonly state: AskState;
  /** Which tables the model was shown; null when it was shown all, or none yet. */
  readonly shown: ShownTables | null;
}

export interface AnswersView {
  /** Never empty: the first one has the editor. */
  readonly answers: readonly Answer[];
  /** What is wrong with the text in the question box. */
  readonly questionError: ErrorData | null;
}

/** Shown at the question box, where they can be put right, instead of as an answer. */
const QUESTION_ERRORS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['ask/empty-question', 'ask/question-too-long']);

export class Answers {
  readonly store: Store<AnswersView>;
  readonly #ports: AskPorts;
  readonly #databaseTitle: () => string;
  readonly #tables: () => TablePreferences;
  #nextId = 1;
  #running: AbortController | null = null;

  /** @param tables what the person says about the tables of the open database */
  constructor(ports: AskPorts, databaseTitle: () => string, tables: () => TablePreferences) {
    this.#ports = ports;
    this.#databaseTitle = databaseTitle;
    this.#tables = tables;
    this.store = new Store<AnswersView>({ answers: [this.#blank()], questionError: null });
  }

  /** Calls `onTaken` once the question has become an answer; until then it belongs in its box, with what is wrong. */
  async ask(question: string, onTaken: () => void): Promise<void> {
    let answerId: number | null = null;
    const show = (state: AskState) => {
      if (answerId !== null) return this.#show(answerId, state);
      if (isQuestionError(state)) return this.store.patch({ questionError: state.error });
      answerId = this.#add({ question: question.trim(), state });
      onTaken();
    };
    await this.#exclusively((signal) =>
      ask({ question, askAnyway: false, tables: this.#tables() }, this.#ports, show, signal),
    );
  }

  /** Asks the same question again: although it seems to be about nothing here, or after what stopped it was put right. */
  async askAgain(id: number): Promise<void> {
    const question = this.#find(id)?.question;
    if (!question) return;
    this.#update(id, { databaseTitle: this.#databaseTitle() });
    let shown: ShownTables | null = null;
    const show = (state: AskState) => {
      if ('shown' in state) shown = state.shown;
      // Until it is known what the model is shown now, what it was shown before stands.
      if (state.kind !== 'preparing') this.#update(id, { shown });
      this.#show(id, state);
    };
    await this.#exclusively((signal) =>
      ask({ question, askAnyway: true, tables: this.#tables() }, this.#ports, show, signal),
    );
  }

  /** Runs the text that the editor holds. */
  async run(id: number): Promise<void> {
    const sql = this.#find(id)?.draft.trim();
    if (!sql) return;
    this.#update(id, { databaseTitle: this.#databaseTitle() });
    await this.#exclusively((signal) => runByHand(sql, this.#ports.database, (state) => this.#show(id, state), signal));
  }

  async runSql(sql: string): Promise<void> {
    await this.run(this.writeSql(sql));
  }

  /** An editor for a query by hand, on top of the earlier answers. */
  writeSql(draft = ''): number {
    return this.#add({ question: null, draft });
  }

  edit(id: number, draft: string): void {
    this.#update(id, { draft });
  }

  clearQuestionError(): void {
    this.store.patch({ questionError: null });
  }

  cancel(): void {
    this.#running?.abort(cancelled());
  }

  async #exclusively(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.cancel();
    const controller = new AbortController();
    this.#running = controller;
    this.clearQuestionError();
    await work(controller.signal);
    if (this.#running === controller) this.#running = null;
  }

  #show(id: number, state: AskState): void {
    if ('shown' in state) this.#update(id, { shown: state.shown });
    const sql = sqlOf(state);
    this.#update(id, sql === undefined ? { state } : { state, draft: sql });
  }

  #find(id: number): Answer | undefined {
    return this.store.get().answers.find((answer) => answer.id === id);
  }

  #add(part: Partial<Answer>): number {
    const answer = { ...this.#blank(), ...part };
    const earlier = this.store.get().answers.filter((each) => !isUntouched(each));
    this.store.patch({ answers: [answer, ...earlier].slice(0, MAX_ANSWERS) });
    return answer.id;
  }

  #update(id: number, part: Partial<Answer>): void {
    const answers = this.store.get().answers.map((answer) => (answer.id === id ? { ...answer, ...part } : answer));
    this.store.patch({ answers });
  }

  #blank(): Answer {
    return {
      id: this.#nextId++,
      question: null,
      databaseTitle: this.#databaseTitle(),
      draft: '',
      state: { kind: 'idle' },
      shown: null,
    };
  }
}

function isUntouched(answer: Answer): boolean {
  return answer.state.kind === 'idle' && answer.draft.trim() === '';
}

function isQuestionError(state: AskState): state is Extract<AskState, { kind: 'failed' }> {
  return state.kind === 'failed' && QUESTION_ERRORS.has(state.error.code);
}
