/**
 * `npm run eval -- [--suite FILE]… [--lang en|pt] [--limit N] [--out DIR]`
 * Asks suites of questions on the production build in headless Chromium and writes what came of it: `results.jsonl`, a
 * line a question, and `summary.md`, which also says which reference queries the grammar cannot write. Run
 * `npm run build` first. Exit code 0 when it ran, whatever the score.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import * as v from 'valibot';
import { preview } from 'vite';
import { askSuite, type Outcome } from '../../e2e/support/ask-suite.ts';
import { launchOptions } from '../../e2e/support/launch-options.ts';
import { must } from '../../src/platform/assert.ts';
import { LANGUAGES, type Language, readSuite, type Suite } from './suite.ts';
import { wilsonInterval } from './wilson.ts';
import { type Unwritable, unwritableCases } from './writable.ts';

/** A slow machine may need this long for one answer. */
const STEP_TIMEOUT_MS = 120_000;

/** The suites of the README, and the one that has its questions in Portuguese, too. */
const DEFAULT_SUITES: Readonly<Record<Language, readonly string[]>> = {
  en: ['e2e/questions/shop.json', 'e2e/questions/unseen.json'],
  pt: ['models/eval/suites/samples.json'],
};

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true },
    lang: { type: 'string', default: 'en' },
    limit: { type: 'string' },
    out: { type: 'string', default: 'models/eval/out' },
  },
});

const language = v.parse(v.picklist(LANGUAGES, `--lang takes ${LANGUAGES.join(' or ')}`), values.lang);

const server = await preview({ preview: { port: 0 } });
const url = must(server.resolvedUrls?.local[0], 'an address of the preview server');
const browser = await chromium.launch(launchOptions());
const summary = [
  '| suite | right | 95 % interval | failed | writable | median s | slowest s |',
  '|---|---|---|---|---|---|---|',
];
const outOfReach: string[] = [];
const results: string[] = [];
for (const path of values.suite ?? DEFAULT_SUITES[language]) {
  const suite = firstCases(readSuite(path, language), values.limit === undefined ? undefined : Number(values.limit));
  const page = await browser.newPage({ baseURL: url });
  page.setDefaultTimeout(STEP_TIMEOUT_MS);
  const outcomes = await askSuite(page, suite);
  await page.close();
  results.push(...outcomes.map((outcome) => JSON.stringify({ suite: suite.name, ...outcome })));
  const unwritable = await unwritableCases(suite);
  outOfReach.push(...unwritable.map(({ id, why, gold }) => `- ${suite.name} ${id}: ${why}; \`${gold}\``));
  summary.push(summaryLine(suite.name, outcomes, unwritable));
}
await browser.close();
await server.close();

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
const unwritableList =
  outOfReach.length > 0 ? `\n\nReference queries that the grammar cannot write:\n\n${outOfReach.join('\n')}` : '';
const report = `${summary.join('\n')}${unwritableList}\n\nBundled model, asked on the page. Commit ${commit}; Chromium headless on ${machine}.\n`;
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'results.jsonl'), `${results.join('\n')}\n`);
writeFileSync(join(values.out, 'summary.md'), report);
console.log(`${results.join('\n')}\n\n${report}`);
// The referees' Postgres would keep the process running.
process.exit();

/** With the schemas that they are about. */
function firstCases(suite: Suite, limit: number | undefined): Suite {
  const cases = suite.cases.slice(0, limit);
  const scripts = new Map([...suite.scripts].filter(([name]) => cases.some(({ schema }) => schema === name)));
  return { ...suite, cases, scripts };
}

function summaryLine(name: string, outcomes: readonly Outcome[], unwritable: readonly Unwritable[]): string {
  const right = outcomes.filter(({ verdict }) => verdict === 'right').length;
  const failed = outcomes.filter(({ verdict }) => verdict === 'failed').length;
  const { low, high } = wilsonInterval(right, outcomes.length);
  const seconds = outcomes.map(({ milliseconds }) => milliseconds / 1000).sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
  const cells = [
    name,
    `${right} of ${outcomes.length}`,
    `${low.toFixed(0)}–${high.toFixed(0)} %`,
    String(failed),
    `${outcomes.length - unwritable.length} of ${outcomes.length}`,
    median.toFixed(1),
    (seconds.at(-1) ?? 0).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}
