/** What docs/grammar.md says is left out, against the tables that the code and the corpus go by. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { BEYOND_THE_GRAMMAR } from '../../bench/support/beyond-the-grammar.ts';
import { UNSUPPORTED } from '../sql/unsupported.ts';

const DOCUMENT = new URL('../../docs/grammar.md', import.meta.url);

function row(what: string, reason: string): string {
  return `| ${what.replaceAll('|', '\\|')} | ${reason.replaceAll('|', '\\|')} |`;
}

test('the documentation lists what is left out, with reasons', async () => {
  const table = [
    '| construct | why |',
    '|---|---|',
    ...Object.values(UNSUPPORTED).map(({ what, reason }) => row(what, reason)),
    ...BEYOND_THE_GRAMMAR.map(({ what, reason }) => row(what, reason)),
  ].join('\n');
  const document = await readFile(DOCUMENT, 'utf8');
  const written = document.replace(/(?<=<!-- left out -->\n)[\s\S]*(?=<!-- \/left out -->)/, () => `${table}\n`);
  expect(written).toContain(table);
  await expect(written).toMatchFileSnapshot(DOCUMENT.pathname);
});
