/** What can be said about a statement from its text alone, without a schema. */
import type { Node } from 'libpg-query';
import { AppError, type ErrorData, toErrorData } from '../platform/errors.ts';
import { parseStatement } from './parse-sql.ts';
import { kindOf, namesIn, under } from './tree.ts';
import { unsupported } from './unsupported.ts';

export interface NameInStatement {
  /** Null where the statement leaves it out. */
  readonly namespace: string | null;
  readonly name: string;
}

/**
 * What a statement does to the database, as far as its text proves it. `reads`: a query that holds nothing known to
 * write; a function of the user may still. `writes`: it changes rows, sequences or the session, or locks rows.
 * `defines`: it makes or changes tables, types and the like. `other`: anything else (SET, BEGIN, CALL).
 */
export type Effect = 'reads' | 'writes' | 'defines' | 'other';

export type StatementFacts =
  | { readonly kind: 'none'; readonly error: ErrorData }
  | {
      readonly kind: 'statement';
      readonly effect: Effect;
      /** Each once, in the order of the text; CTEs are no tables. */
      readonly tables: readonly NameInStatement[];
      /** Those written as a call, each once. */
      readonly functions: readonly NameInStatement[];
    };

/** Functions of Postgres that change something: sequences, settings, large objects, other sessions. */
const WRITING_FUNCTIONS: ReadonlySet<string> = new Set(
  `nextval setval set_config pg_notify pg_advisory_lock pg_advisory_xact_lock pg_try_advisory_lock lo_create lo_creat
  lo_unlink lo_from_bytea lo_put lo_import pg_terminate_backend pg_cancel_backend pg_reload_conf txid_current
  pg_current_xact_id`.split(/\s+/),
);

/** Facts about the one statement in `sql`; `none` with the reason where there is not exactly one. Needs `loadParser`. */
export function statementFacts(sql: string): StatementFacts {
  try {
    return factsOf(parseStatement(sql).statement);
  } catch (thrown) {
    if (thrown instanceof RangeError) return { kind: 'none', error: toErrorData(unsupported('too-deep')) };
    if (thrown instanceof AppError) return { kind: 'none', error: toErrorData(thrown) };
    throw thrown;
  }
}

function factsOf(statement: Node): StatementFacts {
  const tables = new NameList();
  const functions = new NameList();
  let effect = effectOf(statement);
  visit(statement, new Set(), {
    table: (namespace, name) => tables.add(namespace, name),
    call: (namespace, name) => functions.add(namespace, name),
    change: (change) => {
      if (effect === 'reads' || change === 'defines') effect = change;
    },
  });
  return { kind: 'statement', effect, tables: tables.names, functions: functions.names };
}

/** What the kind of a statement says; of a query, that nothing is known to write yet. */
function effectOf(statement: Node): Effect {
  const kind = kindOf(statement);
  if (kind === 'SelectStmt' || kind === 'ExplainStmt' || kind === 'DeclareCursorStmt') return 'reads';
  if (WRITING_STATEMENTS.has(kind)) return 'writes';
  if ('CopyStmt' in statement) return statement.CopyStmt.is_from ? 'writes' : 'reads';
  return DEFINING_STATEMENT.test(kind) ? 'defines' : 'other';
}

const WRITING_STATEMENTS: ReadonlySet<string> = new Set(
  'InsertStmt UpdateStmt DeleteStmt MergeStmt TruncateStmt RefreshMatViewStmt'.split(' '),
);
const DEFINING_STATEMENT =
  /^(?:Alter|Comment|CompositeType|Create|Define|Drop|Grant|ImportForeign|Index|Reassign|Rename|Rule|SecLabel|View)\w*Stmt$/;

interface Visitor {
  table(namespace: string | undefined, name: string): void;
  call(namespace: string | undefined, name: string): void;
  change(effect: 'writes' | 'defines'): void;
}

/** The parser leaves the kind out where only one can stand, so that what a thing is shows in its fields. */
function visit(value: unknown, ctes: ReadonlySet<string>, visitor: Visitor): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, ctes, visitor);
    return;
  }
  if (!isRecord(value)) return;
  if (isExplained(value)) visitor = { ...visitor, change: () => undefined };
  const inner = new Set(ctes);
  visitCtes(value.withClause, inner, visitor);
  if (typeof value.relname === 'string') {
    const namespace = typeof value.schemaname === 'string' ? value.schemaname : undefined;
    if (namespace !== undefined || !ctes.has(value.relname)) visitor.table(namespace, value.relname);
  }
  if (Array.isArray(value.funcname) && value.funcformat !== 'COERCE_SQL_SYNTAX') {
    const names = namesIn(value.funcname);
    const name = names.at(-1) ?? '';
    visitor.call(names.at(-2), name);
    if (WRITING_FUNCTIONS.has(name)) visitor.change('writes');
  }
  if (value.lockingClause !== undefined) visitor.change('writes');
  if (value.intoClause !== undefined) visitor.change('defines');
  for (const [key, field] of Object.entries(value)) {
    if (WRITING_STATEMENTS.has(key)) visitor.change('writes');
    if (key !== 'withClause') visit(field, inner, visitor);
  }
}

/** Each CTE sees those before it; with RECURSIVE all. Adds their names to `ctes`, which the rest of the statement sees. */
function visitCtes(clause: unknown, ctes: Set<string>, visitor: Visitor): void {
  if (!isRecord(clause) || !Array.isArray(clause.ctes)) return;
  const all = clause.ctes.map((node) => under(node, 'CommonTableExpr'));
  if (clause.recursive) for (const { ctename = '' } of all) ctes.add(ctename);
  for (const { ctename = '', ctequery } of all) {
    visit(ctequery, ctes, visitor);
    ctes.add(ctename);
  }
}

/** EXPLAIN runs nothing but with ANALYZE. */
function isExplained(value: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(value.ExplainStmt)) return false;
  const options = Array.isArray(value.ExplainStmt.options) ? value.ExplainStmt.options : [];
  return !options.some((option) => under(option, 'DefElem').defname === 'analyze');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class NameList {
  readonly #names = new Map<string, NameInStatement>();

  get names(): readonly NameInStatement[] {
    return [...this.#names.values()];
  }

  add(namespace: string | undefined, name: string): void {
    const key = JSON.stringify([namespace, name]);
    if (!this.#names.has(key)) this.#names.set(key, { namespace: namespace ?? null, name });
  }
}
