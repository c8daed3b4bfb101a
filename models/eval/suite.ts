/** Evaluation suites: questions with reference queries. The file is checked once, here. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const schemaSource = v.union([
  v.object({ ddl: v.string(), seed_rows: v.optional(v.string(), '') }),
  /** A script of the repository, from its root. */
  v.object({ ddl_file: v.string() }),
]);

const suiteFile = v.object({
  suite: v.string(),
  schemas: v.record(v.string(), schemaSource),
  cases: v.array(
    v.object({
      id: v.string(),
      schema: v.string(),
      question: v.string(),
      question_pt: v.optional(v.string()),
      /** Equivalent reference queries: an answer equal to any of them is right. */
      gold: v.pipe(v.array(v.string()), v.minLength(1)),
      ordered: v.boolean(),
    }),
  ),
});

/** What questions are asked in. Every suite has them in English. */
export const LANGUAGES = ['en', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Case = Omit<v.InferOutput<typeof suiteFile>['cases'][number], 'question_pt'>;

export interface Suite {
  readonly name: string;
  /** Scripts by the names that cases use. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly cases: readonly Case[];
}

/** The folder that `ddl_file` starts from. */
const REPOSITORY = new URL('../../', import.meta.url);

/** Reads a suite. Throws when it has no question in that language. */
export function readSuite(path: string, language: Language = 'en'): Suite {
  const file = v.parse(suiteFile, JSON.parse(readFileSync(path, 'utf8')));
  const scripts = new Map(
    Object.entries(file.schemas).map(([name, source]) => [
      name,
      'ddl_file' in source
        ? readFileSync(new URL(source.ddl_file, REPOSITORY), 'utf8')
        : `${source.ddl}\n${source.seed_rows}`,
    ]),
  );
  const cases = file.cases.map(({ question_pt, ...entry }) => {
    if (!scripts.has(entry.schema)) throw new Error(`${path}: case ${entry.id} names no schema of the file`);
    const question = language === 'pt' ? question_pt : entry.question;
    if (question === undefined) throw new Error(`${path}: case ${entry.id} has no question in Portuguese`);
    return { ...entry, question };
  });
  return { name: language === 'en' ? file.suite : `${file.suite}, ${language}`, scripts, cases };
}
