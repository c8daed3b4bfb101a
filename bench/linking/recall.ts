/**
 * `npx tsx bench/linking/recall.ts [--suite FILE …] [--misses]`
 * Measures how often schema linking keeps all tables that a question needs, in schemas of 20 to 200 tables, and writes
 * bench/linking/RESULTS.md. `--suite` measures questions of other files as well (in the format of models/eval/suites),
 * and prints instead of writing; `--misses` prints the questions that lost a table.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { parseDomains } from '../../models/data/parse-domains.ts';
import { loadParser } from '../../src/sql/parse-sql.ts';
import { type Domains, domainHosts, type Host, suiteHosts } from './hosts.ts';
import { type Measurement, measure, type Setup } from './measure.ts';
import { costTable, recallTable } from './report.ts';

const SETUP: Setup = { sizes: [20, 50, 100, 200], limits: [8, 12, 16, 20], seed: 1 };
const WORLD_SEEDS = [1, 2, 3];
const QUESTIONS_PER_WORLD = 12;
/** As many as the ask loop takes from a model's list. */
const WRONG_CHOICES = 8;
const SUITES = ['models/eval/suites/development.json', 'e2e/questions/shop.json', 'e2e/questions/unseen.json'];
const RESULTS = new URL('RESULTS.md', import.meta.url);

const { values } = parseArgs({
  options: { suite: { type: 'string', multiple: true, default: [] }, misses: { type: 'boolean', default: false } },
});

await loadParser();
const domains = [...parseDomains()].sort(([a], [b]) => (a < b ? -1 : 1));
const strangers = domainHosts(new Map(domains), 0, 1);
if (values.suite.length > 0) await print(values.suite);
else writeFileSync(RESULTS, await report());
// The suites' Postgres would keep the process running.
process.exit();

async function print(suites: readonly string[]): Promise<void> {
  const measured = measureSuite(await hostsOf(suites), SETUP);
  console.log(`${recallTable(measured)}\n\n${costTable(measured)}`);
}

async function report(): Promise<string> {
  const [tuned, heldOut] = [0, 1].map((half) => new Map(domains.filter((_, index) => index % 2 === half)));
  const first = domainQuestions(tuned ?? new Map());
  const second = domainQuestions(heldOut ?? new Map());
  const suites = await hostsOf(SUITES);
  const onSecond = measureOwn(second, SETUP);
  const misled = measureOwn(second, { ...SETUP, sizes: [50, 100, 200], limits: [20], wrongChoices: WRONG_CHOICES });
  return `# Schema linking: recall

How often **all** tables of a question's reference query are among those that linking keeps. Linking sees the question
and the schema; the reference query is looked at only to score. In brackets: 95 % Wilson intervals, as if questions were
independent of each other. *Matched*: questions that linking takes to be about the schema at all.

Each question's own small schema (4 to 9 tables) is hidden in a large one. A fifth of that are look-alikes of its tables
(\`archived_orders\`, \`orders_backup\`, \`order_history\`, \`order_tags\`, …), the rest are the tables of other schemas.
Seeds are fixed: \`npx tsx bench/linking/recall.ts\` writes the same numbers again, times aside.

## Domains that linking was not tuned on

${count(second)} questions made for the worlds of ${heldOut?.size} of the ${domains.length} domains in \`models/data\`, hidden among tables of the same domains. They
are generated: most name what they are about in the schema's words or a common synonym.

${recallTable(onSecond)}

${costTable(onSecond)}

## Domains that it was tuned on

${count(first)} questions for the other ${tuned?.size} domains.

${recallTable(measureOwn(first, SETUP))}

## Suites of the repository

${count(suites)} questions that people wrote (\`models/eval/suites\`, \`e2e/questions\`), looked at while linking was improved.

${recallTable(measureSuite(suites, SETUP))}

## A model that chooses badly

The questions of the domains held out, with ${WRONG_CHOICES} tables drawn at random in the place of a model's list: what a useless
first stage costs at a limit of 20.

${recallTable(misled)}

Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.
`;
}

function domainQuestions(half: Domains): Host[] {
  return WORLD_SEEDS.flatMap((seed) => domainHosts(half, QUESTIONS_PER_WORLD, seed));
}

/** Hidden among each other. */
function measureOwn(hosts: readonly Host[], setup: Setup): Measurement[] {
  return shown(measure(hosts, hosts, setup));
}

/** Hidden among each other and all domains. */
function measureSuite(hosts: readonly Host[], setup: Setup): Measurement[] {
  return shown(measure(hosts, [...strangers, ...hosts], setup));
}

async function hostsOf(paths: readonly string[]): Promise<Host[]> {
  const hosts: Host[] = [];
  for (const path of paths) hosts.push(...(await suiteHosts(path)));
  return hosts;
}

function shown(measured: Measurement[]): Measurement[] {
  const missed = values.misses ? measured.filter(({ missing }) => missing.length > 0) : [];
  for (const { host, size, limit, question, missing } of missed) {
    console.log(`${host}, ${limit} of ${size}: ${question} — without ${missing.join(', ')}`);
  }
  return measured;
}

function count(hosts: readonly Host[]): number {
  return hosts.reduce((sum, { questions }) => sum + questions.length, 0);
}
