/**
 * What the bundled model can do, on the page, with nothing but the page: ten simple questions about the e-commerce
 * sample and ten about a schema that its training data does not have, and those that the samples offer to start with. An
 * answer is right when its rows are.
 */
import { readSuite } from '../models/eval/suite.ts';
import { must } from '../src/platform/assert.ts';
import { SAMPLES } from '../src/schema/samples.ts';
import { askSuite, type Outcome } from './support/ask-suite.ts';
import { expect, test } from './support/test.ts';

/** Right answers of ten; the bundled model reaches more (README), and must never fall below this. */
const ENOUGH = 6;

for (const name of ['shop', 'unseen']) {
  test(`most simple questions get the right rows: ${name}`, async ({ page }) => {
    test.setTimeout(600_000);
    const suite = readSuite(`e2e/questions/${name}.json`);
    expect(suite.cases).toHaveLength(10);
    const outcomes = await askSuite(page, suite);
    console.log(outcomes.map(line).join('\n'));
    const right = outcomes.filter(({ verdict }) => verdict === 'right').length;
    console.log(`${name}: ${right} of ${outcomes.length} right`);
    expect(right).toBeGreaterThanOrEqual(ENOUGH);
  });
}

for (const { id, questions } of SAMPLES) {
  test(`the questions that a sample offers get the right rows: ${id}`, async ({ page }) => {
    test.setTimeout(600_000);
    const { scripts, cases, ...suite } = readSuite('e2e/questions/examples.json');
    const ofSample = cases.filter(({ schema }) => schema === id);
    expect(ofSample.map(({ question }) => question)).toEqual(questions);
    const script = must(scripts.get(id), 'the script of the sample');
    const outcomes = await askSuite(page, { ...suite, cases: ofSample, scripts: new Map([[id, script]]) });
    expect(outcomes.filter(({ verdict }) => verdict !== 'right').map(line)).toEqual([]);
  });
}

function line({ verdict, question, sql, milliseconds }: Outcome): string {
  return `${verdict.padEnd(6)} ${(milliseconds / 1000).toFixed(1)} s  ${question}\n         ${sql?.replace(/\s+/g, ' ') ?? 'no answer'}`;
}
