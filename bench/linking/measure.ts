/** Whether linking keeps the tables that questions need. */
import { Random } from '../../models/data/random.ts';
import { linkTables } from '../../src/schema/linking.ts';
import type { Schema } from '../../src/schema/model.ts';
import type { Host, Question } from './hosts.ts';
import { largeSchema } from './large-schema.ts';

export interface Measurement {
  readonly host: string;
  readonly question: string;
  readonly size: number;
  readonly limit: number;
  /** Of the reference query that needs the fewest more, those that were left out: none when all is there. */
  readonly missing: readonly string[];
  readonly matched: boolean;
  readonly tables: number;
  /** The first question about a schema also pays for the index of its words. */
  readonly isFirst: boolean;
  readonly milliseconds: number;
}

export interface Setup {
  readonly sizes: readonly number[];
  readonly limits: readonly number[];
  readonly seed: number;
  /** So many tables, drawn at random, are handed to linking as if a model had chosen them: the worst that it could do. */
  readonly wrongChoices?: number;
}

/** Hides each host among the others and links its questions. What is right is looked at only to score. */
export function measure(hosts: readonly Host[], strangers: readonly Host[], setup: Setup): Measurement[] {
  return setup.sizes.flatMap((size) =>
    hosts.flatMap((host, index) => {
      const random = new Random(setup.seed + size * 1_000 + index);
      const others = strangers.filter((stranger) => stranger !== host).map(({ schema }) => schema);
      const schema = largeSchema(host.schema, others, size, random);
      if (schema.tables.length !== size)
        throw new Error(`${host.name}: only ${schema.tables.length} tables for ${size}`);
      return host.questions.flatMap((question, place) =>
        setup.limits.map((limit, column) => {
          const chosen = random.sample(schema.tables, setup.wrongChoices ?? 0);
          const linked = timed(() => linkTables(question.text, schema, { maxTables: limit, chosen }));
          return {
            host: host.name,
            question: question.text,
            size,
            limit,
            missing: missingTables(question, linked.result.schema),
            matched: linked.result.matched,
            tables: linked.result.schema.tables.length,
            isFirst: place === 0 && column === 0,
            milliseconds: linked.milliseconds,
          };
        }),
      );
    }),
  );
}

function timed<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const started = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - started };
}

function missingTables({ gold }: Question, linked: Schema): readonly string[] {
  const kept = new Set(linked.tables.map(({ name }) => name));
  const missing = gold.map((tables) => tables.map(({ name }) => name).filter((name) => !kept.has(name)));
  return missing.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
