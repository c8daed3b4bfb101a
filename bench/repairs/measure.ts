/**
 * What repairs would change in the answers to the suites: replays recorded draws of the bundled model, those that Postgres
 * refused and the first that it took, and judges what each policy would have answered with. Also says where the
 * checker and Postgres disagree. Run it with `npx tsx bench/repairs/measure.ts`; `draws.json` was recorded on the page.
 */
import { readFileSync } from 'node:fs';
import { Referee, type Verdict } from '../../models/eval/referee.ts';
import { type Case, readSuite } from '../../models/eval/suite.ts';
import { type Repair, repairs } from '../../src/ask/repairs.ts';
import { type Checker, createChecker } from '../../src/checker/check.ts';
import { isRejection } from '../../src/checker/rejection.ts';
import { linkTables } from '../../src/schema/linking.ts';
import type { Schema } from '../../src/schema/model.ts';

const SUITES = ['e2e/questions/shop.json', 'e2e/questions/unseen.json', 'models/eval/suites/development.json'];
/** As many as the ask loop tries of one draw. */
const MAX_REPAIRS = 3;

interface Recording {
  readonly question: string;
  readonly draws: readonly { readonly sql: string | null; readonly milliseconds: number }[];
}

/** `first` repairs each draw before another is made, `last` only when none of them was good as it stood. */
type Policy = 'none' | 'first' | 'last';

interface Answer {
  readonly sql: string | null;
  readonly changes: readonly string[];
  readonly milliseconds: number;
}

const recordings = new Map(
  (JSON.parse(readFileSync(new URL('draws.json', import.meta.url), 'utf8')) as Recording[]).map((each) => [
    each.question,
    each,
  ]),
);

class Judge {
  readonly checker: Checker;

  constructor(
    readonly referee: Referee,
    readonly schema: Schema,
  ) {
    this.checker = createChecker(schema);
  }

  async runs(sql: string): Promise<boolean> {
    return this.referee.rows(sql).then(
      () => true,
      () => false,
    );
  }

  async firstRepair(sql: string): Promise<Repair | null> {
    for (const repair of repairs(sql, this.schema, this.checker).slice(0, MAX_REPAIRS)) {
      if (await this.runs(repair.sql)) return repair;
    }
    return null;
  }

  async answer({ draws }: Recording, policy: Policy): Promise<Answer> {
    let milliseconds = 0;
    for (const draw of draws) {
      milliseconds += draw.milliseconds;
      if (draw.sql === null) continue;
      if (await this.runs(draw.sql)) return { sql: draw.sql, changes: [], milliseconds };
      const repair = policy === 'first' ? await this.firstRepair(draw.sql) : null;
      if (repair) return { ...repair, milliseconds };
    }
    for (const { sql } of policy === 'last' ? draws : []) {
      const repair = sql === null ? null : await this.firstRepair(sql);
      if (repair) return { ...repair, milliseconds };
    }
    return { sql: null, changes: [], milliseconds };
  }
}

const policies: readonly Policy[] = ['none', 'first', 'last'];
const table = ['| suite | policy | right | wrong | failed | mean s |', '|---|---|---|---|---|---|'];
const changed: string[] = [];
const disagreements: string[] = [];
const reasons = new Map<string, number>();
/** Milliseconds of all draws, and of them those behind the place where the checker refuses a draw. */
const time = { all: 0, behindRefusal: 0 };
for (const path of SUITES) {
  const suite = readSuite(path);
  const scores = new Map(policies.map((policy) => [policy, { right: 0, wrong: 0, failed: 0, milliseconds: 0 }]));
  for (const [name, script] of suite.scripts) {
    const referee = await Referee.open(script);
    const whole = await referee.schema();
    for (const entry of suite.cases.filter(({ schema }) => schema === name)) {
      // The model was not asked what seemed to be about something else.
      const recording = recordings.get(entry.question) ?? { question: entry.question, draws: [] };
      const judge = new Judge(referee, linkTables(entry.question, whole).schema);
      await compareVerdicts(judge, recording);
      await score(judge, entry, recording, scores);
    }
  }
  for (const [policy, { right, wrong, failed, milliseconds }] of scores) {
    const seconds = (milliseconds / 1000 / suite.cases.length).toFixed(2);
    table.push(`| ${suite.name} | ${policy} | ${right} | ${wrong} | ${failed} | ${seconds} |`);
  }
}
console.log(changed.join('\n'));
console.log(`\nRefused by the checker: ${JSON.stringify(Object.fromEntries(reasons))}`);
console.log(`Checker and Postgres disagree on ${disagreements.length}:\n${disagreements.join('\n')}\n`);
console.log(table.join('\n'));
const saved = ((100 * time.behindRefusal) / time.all).toFixed(0);
console.log(`\nStopping refused draws at once saves up to ${saved} % of the time that the model writes.`);
// The referees' Postgres would keep the process running.
process.exit();

async function score(
  judge: Judge,
  entry: Case,
  recording: Recording,
  scores: ReadonlyMap<Policy, Record<Verdict | 'milliseconds', number>>,
): Promise<void> {
  for (const [policy, sums] of scores) {
    const answer = await judge.answer(recording, policy);
    const verdict = await judge.referee.judge(entry, answer.sql);
    sums[verdict]++;
    sums.milliseconds += answer.milliseconds;
    if (answer.changes.length > 0) {
      changed.push(`${policy} ${verdict}: ${entry.question}\n  ${answer.sql}\n  ${answer.changes.join('; ')}`);
    }
  }
}

async function compareVerdicts(judge: Judge, { draws }: Recording): Promise<void> {
  for (const { sql, milliseconds } of draws) {
    time.all += milliseconds;
    if (sql === null) continue;
    time.behindRefusal += milliseconds * (1 - acceptedLength(judge.checker, sql) / sql.length);
    const verdict = judge.checker.check(sql);
    if (!verdict.ok) reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
    if (verdict.ok !== (await judge.runs(sql)))
      disagreements.push(`${verdict.ok ? 'Postgres' : 'The checker'} refuses ${sql}`);
  }
}

/** Characters that can still become a query. */
function acceptedLength(checker: Checker, sql: string): number {
  let state = checker.start;
  for (let length = 0; length < sql.length; length++) {
    const next = checker.advance(state, sql.charAt(length));
    if (isRejection(next)) return length;
    state = next;
  }
  return sql.length;
}
