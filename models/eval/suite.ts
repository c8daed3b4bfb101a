/** Evaluation suites: questions with reference queries. The file is checked once, here. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const schemaSource = v.union([
  v.object({ ddl: v.string(), seed_rows: v.optional(v.string(), '') }),
  /** A script of the repository, from its root. */
  v.object({ ddl_file: v.string() }),
]);

const suiteFile = v.object({
  suite: v.string(),
  title: v.string(),
  schemas: v.record(v.string(), schemaSource),
  cases: v.array(
    v.object({
      id: v.string(),
      schema: v.string(),
      question: v.string(),
      /** Equivalent reference queries: an answer equal to any of them is right. */
      gold: v.pipe(v.array(v.string()), v.minLength(1)),
      ordered: v.boolean(),
      features: v.optional(v.array(v.string()), []),
    }),
  ),
});

export type Case = v.InferOutput<typeof suiteFile>['cases'][number];

export interface Suite {
  readonly name: string;
  readonly title: string;
  /** Scripts by the names that cases use. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly cases: readonly Case[];
}

/** Reads a suite; `root` is the folder that `ddl_file` starts from, by default that of the repository. */
export function readSuite(path: string, root = join(dirname(new URL(import.meta.url).pathname), '../..')): Suite {
  const file = v.parse(suiteFile, JSON.parse(readFileSync(path, 'utf8')));
  const scripts = new Map(
    Object.entries(file.schemas).map(([name, source]) => [
      name,
      'ddl_file' in source ? readFileSync(join(root, source.ddl_file), 'utf8') : `${source.ddl}\n${source.seed_rows}`,
    ]),
  );
  for (const entry of file.cases) {
    if (!scripts.has(entry.schema)) throw new Error(`${path}: case ${entry.id} names no schema of the file`);
  }
  return { name: file.suite, title: file.title, scripts, cases: file.cases };
}
