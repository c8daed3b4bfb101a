/**
 * Which questions of a suite could be answered at all: a question none of whose reference queries the grammar has
 * cannot, whatever the model.
 */
import { MODEL_CATALOGUE } from '../../src/engine/catalogue.ts';
import { must } from '../../src/platform/assert.ts';
import { linkTables } from '../../src/schema/linking.ts';
import type { Schema } from '../../src/schema/model.ts';
import { loadParser } from '../../src/sql/parse-sql.ts';
import type { Explanation } from '../../src/sql-tools/contract.ts';
import { Explainer } from '../../src/sql-tools/explain/explain.ts';
import { Referee } from './referee.ts';
import type { Case, Suite } from './suite.ts';

/** The model that suites are put to. */
const NANO = must(
  MODEL_CATALOGUE.find(({ id }) => id === 'nano'),
  'the bundled model',
);

export interface Unwritable {
  readonly id: string;
  /** The first reference query, and why the grammar of this question does not have it. */
  readonly gold: string;
  readonly why: string;
}

export async function unwritableCases({ scripts, cases }: Suite): Promise<readonly Unwritable[]> {
  await loadParser();
  const schemas = new Map<string, Schema>();
  for (const [name, script] of scripts) schemas.set(name, await (await Referee.open(script)).schema());
  return cases.flatMap((entry) => {
    const why = whyUnwritable(entry, must(schemas.get(entry.schema), `schema ${entry.schema}`));
    const { id, gold } = entry;
    return why === null ? [] : [{ id, gold: must(gold[0], 'a reference query'), why }];
  });
}

/** Null when the grammar over the tables that the question picks has one of the reference queries. */
export function whyUnwritable({ question, gold }: Pick<Case, 'question' | 'gold'>, schema: Schema): string | null {
  const { tables } = linkTables(question, schema).schema;
  const explainer = new Explainer(schema, { tables, joins: NANO.joins });
  const explanations = gold.map((sql) => explainer.explain(sql));
  if (explanations.some(({ kind }) => kind === 'accepted')) return null;
  return reasonOf(must(explanations[0], 'a reference query'));
}

function reasonOf(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'rejected': {
      const { canonical, rejection } = explanation;
      const rest = canonical.slice(rejection.place.from, rejection.place.from + 40);
      return `the grammar stops before “${rest}”`;
    }
    case 'left-out-table':
      return `the question did not pick ${explanation.table}`;
    case 'unknown-name':
    case 'unsupported':
    case 'syntax':
    case 'several-statements':
      return explanation.message;
    default:
      return explanation.kind;
  }
}
