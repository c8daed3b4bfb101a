/** Whether linking keeps the tables that questions need. */
import { Random } from '../../models/data/random.ts';
import { linkTables } from '../../src/schema/linking.ts';
import type { Schema } from '../../src/schema/model.ts';
import type { Host, Question } from './hosts.ts';
import { largeSchema } from './large-schema.ts';

export interface Measurement {
  readonly question: string;
  readonly host: string;
  readonly size: number;
  readonly limit: number;
  /** All tables of a reference query are there. */
  readonly isComplete: boolean;
  /** Tables that no reference query can do without and that are missing. */
  readonly missing: readonly string[];
  readonly matched: boolean;
  readonly tables: number;
  readonly milliseconds: number;
}

export interface Setup {
  readonly sizes: readonly number[];
  readonly limits: readonly number[];
  readonly seed: number;
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
      return host.questions.flatMap((question) =>
        setup.limits.map((limit) => ({ host: host.name, size, limit, ...link(question, schema, limit) })),
      );
    }),
  );
}

function link(question: Question, schema: Schema, maxTables: number) {
  const started = performance.now();
  const linked = linkTables(question.text, schema, { maxTables });
  const milliseconds = performance.now() - started;
  const kept = new Set(linked.schema.tables.map(({ name }) => name));
  const missing = question.gold.map((tables) => tables.map(({ name }) => name).filter((name) => !kept.has(name)));
  const [fewest = []] = missing.toSorted((a, b) => a.length - b.length);
  return {
    question: question.text,
    isComplete: fewest.length === 0,
    missing: fewest,
    matched: linked.matched,
    tables: kept.size,
    milliseconds,
  };
}
