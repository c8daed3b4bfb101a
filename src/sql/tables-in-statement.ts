import { parseStatement } from './parse-sql.ts';
import { under } from './tree.ts';
import { unsupported } from './unsupported.ts';

export interface NameInStatement {
  /** Null where the statement leaves it out. */
  readonly namespace: string | null;
  readonly name: string;
}

/**
 * The tables that a statement names, known from its text alone: each once, in the order of the text. CTEs are no
 * tables. Needs `loadParser`.
 * @throws AppError where `sql` is not exactly one statement that Postgres can read
 */
export function tablesInStatement(sql: string): readonly NameInStatement[] {
  const names = new Map<string, NameInStatement>();
  try {
    visit(parseStatement(sql).statement, new Set(), (namespace, name) => {
      const key = JSON.stringify([namespace, name]);
      if (!names.has(key)) names.set(key, { namespace, name });
    });
  } catch (thrown) {
    throw thrown instanceof RangeError ? unsupported('too-deep') : thrown;
  }
  return [...names.values()];
}

type OnTable = (namespace: string | null, name: string) => void;

/** The parser leaves the kind out where only one can stand, so that what a thing is shows in its fields. */
function visit(value: unknown, ctes: ReadonlySet<string>, onTable: OnTable): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, ctes, onTable);
    return;
  }
  if (!isRecord(value)) return;
  const inner = new Set(ctes);
  visitCtes(value.withClause, inner, onTable);
  if (typeof value.relname === 'string') {
    const namespace = typeof value.schemaname === 'string' ? value.schemaname : null;
    if (namespace !== null || !ctes.has(value.relname)) onTable(namespace, value.relname);
  }
  for (const [key, field] of Object.entries(value)) {
    if (key !== 'withClause') visit(field, inner, onTable);
  }
}

/** Each CTE sees those before it; with RECURSIVE all. Adds their names to `ctes`, which the rest of the statement sees. */
function visitCtes(clause: unknown, ctes: Set<string>, onTable: OnTable): void {
  if (!isRecord(clause) || !Array.isArray(clause.ctes)) return;
  const all = clause.ctes.map((node) => under(node, 'CommonTableExpr'));
  if (clause.recursive) for (const { ctename = '' } of all) ctes.add(ctename);
  for (const { ctename = '', ctequery } of all) {
    visit(ctequery, ctes, onTable);
    ctes.add(ctename);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
