/**
 * Writes training data: `npm run nano:data -- --out DIR --shards N --seed S`.
 * A shard is JSON Lines; a line is one schema with its questions, rendered as the model will see them:
 * `{"schema": "<|schema|>…", "pairs": [["<|question|>…<|sql|>", "SELECT …<|end|>"], …]}`.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NANO_END, nanoQuestionText, nanoSchemaText } from '../../src/prompt/nano-1.ts';
import { makeDrafts, randomWorld } from './make-example.ts';
import { parseDomains, type TableSpec } from './parse-domains.ts';
import { Prover } from './prove.ts';
import { Random } from './random.ts';

/** Domains that training never sees; the validation set is made of them alone. */
export const HELD_OUT_DOMAINS: readonly string[] = ['farm', 'museum', 'telecom', 'theatre', 'podcast'];

const SCHEMAS_PER_SHARD = 1_000;
const VALIDATION_SCHEMAS = 150;
const PAIRS_PER_SCHEMA = 8;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/data/out' },
    shards: { type: 'string', default: '40' },
    first: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    validation: { type: 'boolean', default: false },
  },
});

const domains = parseDomains();
const isHeldOut = (name: string) => HELD_OUT_DOMAINS.includes(name);
const subset = (keep: (name: string) => boolean): ReadonlyMap<string, readonly TableSpec[]> =>
  new Map([...domains].filter(([name]) => keep(name)));

mkdirSync(values.out, { recursive: true });
const prover = await Prover.open();
const tally = new Map<string, number>();
const started = performance.now();

if (values.validation) {
  await writeShard('validation.jsonl', subset(isHeldOut), VALIDATION_SCHEMAS, 7_777_777);
} else {
  const first = Number(values.first);
  for (let shard = first; shard < first + Number(values.shards); shard++) {
    await writeShard(
      `train-${String(shard).padStart(5, '0')}.jsonl`,
      subset((name) => !isHeldOut(name)),
      SCHEMAS_PER_SHARD,
      Number(values.seed) * 100_000 + shard,
    );
  }
}
await prover.close();

async function writeShard(
  name: string,
  source: ReadonlyMap<string, readonly TableSpec[]>,
  schemas: number,
  seed: number,
): Promise<void> {
  const random = new Random(seed);
  const lines: string[] = [];
  while (lines.length < schemas) {
    const world = randomWorld(source, random);
    const drafts = makeDrafts(world, PAIRS_PER_SCHEMA, random);
    const verdicts = await prover.judge(world, drafts);
    const kept = drafts.filter((draft, index) => {
      const verdict = verdicts[index];
      count(verdict?.verdict ?? 'error');
      if (verdict?.verdict === 'error') count(`error ${draft.pattern}: ${verdict.reason ?? ''}`);
      return verdict?.verdict === 'kept';
    });
    if (kept.length === 0) continue;
    lines.push(
      JSON.stringify({
        schema: nanoSchemaText(world.schema),
        pairs: kept.map((draft) => [nanoQuestionText(draft.question), draft.sql + NANO_END]),
      }),
    );
  }
  const path = join(values.out, name);
  writeFileSync(`${path}.part`, `${lines.join('\n')}\n`);
  renameSync(`${path}.part`, path);
  const kept = tally.get('kept') ?? 0;
  console.log(
    `${name}: ${kept} kept so far, ${(kept / ((performance.now() - started) / 1000)).toFixed(0)} a second`,
    Object.fromEntries([...tally].filter(([key]) => !key.includes(':'))),
  );
  for (const [key, times] of tally) if (key.startsWith('error ')) console.log(`  ${times} × ${key}`);
}

function count(key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}
