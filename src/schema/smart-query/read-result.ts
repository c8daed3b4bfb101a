/** What a person pastes from the smart query, as a schema to make. */
import * as v from 'valibot';
import { findResult, refusal } from './find-result.ts';
import { resultDdl } from './result-ddl.ts';
import { type Result, type ResultTable, resultSchema } from './result-schema.ts';
import { SMART_QUERY_VERSION } from './smart-query.ts';

export interface SmartQueryResult {
  /** Makes the schema in an empty database. */
  readonly ddl: string;
  /** The version of the server, as it says itself: `16.4 (Debian 16.4-1.pgdg120+1)`. */
  readonly server: string;
  readonly tables: readonly RemoteTable[];
  /** What is not quite as on the server, for people. */
  readonly notes: readonly string[];
}

interface RemoteTable {
  readonly namespace: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  /** As the planner on the server believes; 0 where it never looked. */
  readonly approximateRows: number;
}

/** Throws an `AppError` that says what is wrong with the text. */
export function readSmartQueryResult(pasted: string): SmartQueryResult {
  const result = checked(findResult(pasted));
  return {
    ddl: resultDdl(result),
    server: result.server,
    tables: result.tables.map(({ namespace, name, kind, rows }) => ({
      namespace,
      name,
      kind: kind === 'v' || kind === 'm' ? 'view' : 'table',
      approximateRows: rows,
    })),
    notes: result.tables.flatMap(noteOn),
  };
}

const versionedSchema = v.object({ expert_sql_schema: v.number() });
/** How programs export a result as JSON: rows of named values, perhaps under a name of their own. */
const wrapperSchema = v.union([
  v.pipe(
    v.array(v.unknown()),
    v.transform(([first]) => first),
  ),
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((entries) => Object.values(entries)[0]),
  ),
  v.pipe(v.string(), v.startsWith('{'), v.parseJson()),
]);
const MAX_WRAPPERS = 4;

function unwrapped(value: unknown): unknown {
  let inner = value;
  for (let depth = 0; depth < MAX_WRAPPERS && !v.is(versionedSchema, inner); depth++) {
    const unpacked = v.safeParse(wrapperSchema, inner);
    if (!unpacked.success) return value;
    inner = unpacked.output;
  }
  return inner;
}

function checked(pasted: unknown): Result {
  const value = unwrapped(pasted);
  const versioned = v.safeParse(versionedSchema, value);
  if (!versioned.success) {
    throw refusal(
      'smart-query/unreadable',
      'This JSON is not a result of the schema query.',
      'Rows of a table are imported as a JSON file. For a schema, run the query shown here and paste its result.',
    );
  }
  const version = versioned.output.expert_sql_schema;
  if (version !== SMART_QUERY_VERSION) {
    throw refusal(
      'smart-query/unreadable',
      `The result has version ${version}; this page reads version ${SMART_QUERY_VERSION}.`,
      'Copy the query from this page again, run it, and paste the new result.',
    );
  }
  const parsed = v.safeParse(resultSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? 'the result';
  throw refusal(
    'smart-query/unreadable',
    `The result is damaged at ${path}: ${issue.message}`,
    'Run the query again and copy its whole result.',
  );
}

function noteOn({ namespace, name, kind }: ResultTable): string[] {
  const title = namespace === 'public' ? name : `${namespace}.${name}`;
  if (kind === 'p') return [`“${title}” has partitions on the server; here it is one table.`];
  if (kind === 'f') return [`“${title}” is a foreign table on the server; here it is a table of its own.`];
  return [];
}
