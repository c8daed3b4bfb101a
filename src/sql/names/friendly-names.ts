/**
 * The names that people like to read: bare columns while one table is read, short aliases for several, and the names
 * that a query gives to its CTEs and derived tables.
 */
import { quoteName, tableName } from '../../schema/names.ts';
import { UNNAMED } from '../resolve/implicit-name.ts';
import type { ColumnReference, Cte, Declaration, QueryScope, Resolution, Source } from '../resolve/model.ts';
import { ColumnNames } from './column-names.ts';
import type { Names } from './names.ts';
import { SharedNames } from './shared-names.ts';
import { shortAlias } from './short-alias.ts';
import { uniqueName } from './unique-name.ts';

/** As canonical SQL has it. */
const NAME_OF_UNNAMED = 'column_1';
/** A CTE's name of this length needs no alias. */
const SHORT = 3;

interface GivenName {
  readonly text: string;
  readonly alias: string;
}

export class FriendlyNames extends SharedNames implements Names {
  protected readonly columns: ColumnNames;
  readonly #sources = new Map<Source, GivenName>();
  readonly #ctes = new Map<Cte, string>();
  /** Sources whose columns stand alone where that is clear. */
  readonly #single = new Set<Source>();
  readonly #scopeOf = new Map<Source, QueryScope>();
  /** Names of tables and CTEs, which no alias may have. */
  readonly #general = new Set<string>();

  constructor(resolution: Resolution) {
    super();
    const spelt = (alias: string) => (alias === UNNAMED ? NAME_OF_UNNAMED : quoteName(alias));
    this.columns = new ColumnNames(resolution, { output: spelt, listed: spelt, canUse: () => true });
    const sources = resolution.scopes.flatMap((scope) => scope.sources);
    for (const source of sources) if (source.kind === 'table') this.#general.add(quoteName(source.table.name));
    for (const cte of resolution.ctes.values()) this.#ctes.set(cte, uniqueName(quoteName(cte.name), this.#general));
    const fromInside = new Set(resolution.scopes.flatMap((scope) => [...scope.outerReferences]));
    for (const scope of resolution.scopes) this.#nameSources(scope, fromInside);
  }

  qualifier(reference: ColumnReference, isSortKey: boolean): string | null {
    if (this.#isClear(reference) && !(isSortKey && this.#isHidden(reference))) return null;
    return this.source(reference.source);
  }

  alias(source: Source): string {
    return this.#nameOf(source).alias;
  }

  source(source: Source): string {
    return this.#nameOf(source).text;
  }

  cte(cte: Cte): string {
    return this.#ctes.get(cte) ?? quoteName(cte.name);
  }

  columnList(declaration: Declaration, source?: Source): readonly string[] {
    // A function's only column is called like its alias.
    const isRenamed = source?.kind === 'function' && this.source(source) !== quoteName(source.name);
    return declaration.written > 0 || isRenamed ? this.columns.declared(declaration) : [];
  }

  window(_scope: QueryScope, name: string): string {
    return quoteName(name);
  }

  /** Aliases differ from those of the queries around; next to each other, queries may use the same. */
  #nameSources(scope: QueryScope, fromInside: ReadonlySet<Source>): void {
    const [only, another] = scope.sources;
    const isSingle = only !== undefined && !another && scope.outerReferences.size === 0 && !fromInside.has(only);
    const taken = new Set(this.#general);
    for (let outer = scope.outer; outer; outer = outer.outer) {
      for (const source of outer.sources) taken.add(this.source(source)).add(appearance(this.source(source)));
    }
    for (const source of scope.sources) {
      this.#scopeOf.set(source, scope);
      if (isSingle) this.#single.add(source);
      this.#sources.set(source, this.#nameSource(source, isSingle, taken));
    }
  }

  #nameSource(source: Source, isSingle: boolean, taken: Set<string>): GivenName {
    if (source.kind === 'derived' || source.kind === 'function') {
      const text = uniqueName(quoteName(source.name || 'q'), taken);
      return { text, alias: ` AS ${text}` };
    }
    if (source.kind === 'table') {
      const { table, isTarget } = source;
      return isSingle || isTarget ? { text: tableName(table), alias: '' } : shortName(table.name, taken);
    }
    if (source.kind !== 'cte') return { text: source.kind.toUpperCase(), alias: '' };
    const name = this.cte(source.cte);
    if (!isSingle && (name.length > SHORT || taken.has(appearance(name)))) return shortName(source.cte.name, taken);
    taken.add(appearance(name));
    return { text: name, alias: '' };
  }

  #nameOf(source: Source): GivenName {
    return this.#sources.get(source) ?? { text: source.kind.toUpperCase(), alias: '' };
  }

  /** Whether Postgres would find the same column under its bare name. */
  #isClear({ source, column, view }: ColumnReference): boolean {
    if (!this.#single.has(source)) return false;
    const name = this.column(column);
    const [found, another] = view.columns.filter((candidate) => this.columns.target(candidate.target) === name);
    return (
      !another && found?.target.kind === 'column' && found.target.source === source && found.target.column === column
    );
  }

  /** Whether an output of the same query has the name of the column and is something else. */
  #isHidden({ source, column }: ColumnReference): boolean {
    const outputs = this.#scopeOf.get(source)?.outputs.columns ?? [];
    return outputs.some(
      (output) =>
        this.outputName(output) === this.column(column) &&
        !(output.reference?.kind === 'column' && output.reference.column === column),
    );
  }
}

function shortName(name: string, taken: Set<string>): GivenName {
  const text = shortAlias(name, taken);
  return { text, alias: ` ${text}` };
}

/** Marks the name of a CTE as used in a FROM; by itself it is taken from the start. */
function appearance(name: string): string {
  return `FROM ${name}`;
}
