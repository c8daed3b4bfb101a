/** The names of canonical SQL (docs/canonical-sql.md): one way to call each thing. */
import { isListName, listName, outputName } from '../../grammar/output-names.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { quoteName, tableName } from '../../schema/names.ts';
import { queryNames } from '../../schema/query-names.ts';
import type {
  ColumnReference,
  Cte,
  Declaration,
  QueryScope,
  Resolution,
  Source,
  TableSource,
} from '../resolve/model.ts';
import { unsupported } from '../unsupported.ts';
import { ColumnNames } from './column-names.ts';
import type { Names } from './names.ts';
import { SharedNames } from './shared-names.ts';

const MAX_WINDOWS = 9;

/** What a source is called. */
interface GivenName {
  readonly text: () => string;
  /** Written after AS. */
  readonly isAlias: boolean;
  /** Names that Postgres takes for this source where it sees it. */
  readonly catches: readonly unknown[];
  /** Names by which it is referred to. */
  readonly answersTo: readonly unknown[];
}

export class CanonicalNames extends SharedNames implements Names {
  protected readonly columns: ColumnNames;
  readonly #sources = new Map<Source, GivenName>();
  readonly #aliasesOf: (table: Table) => readonly string[];
  readonly #numbers = new Map<unknown, string>();
  readonly #windows = new Map<QueryScope, Map<string, string>>();
  readonly #derivedPrefix: string;

  constructor(resolution: Resolution, schema: Schema) {
    super();
    const { aliasesOf, derivedPrefix } = queryNames(schema);
    this.#aliasesOf = aliasesOf;
    this.#derivedPrefix = derivedPrefix;
    const columns = new Set(schema.tables.flatMap((table) => table.columns.map(({ name }) => quoteName(name))));
    this.columns = new ColumnNames(resolution, {
      output: (alias) => outputName(alias, schema),
      listed: (alias) => listName(alias, schema),
      canUse: (name) => isListName(name, schema) || columns.has(name),
    });
    for (const scope of resolution.scopes) this.#nameSources(scope);
  }

  qualifier({ source }: ColumnReference): string {
    return this.source(source);
  }

  alias(source: Source): string {
    const { isAlias, text } = this.#nameOf(source);
    return isAlias ? ` AS ${text()}` : '';
  }

  source(source: Source): string {
    return this.#nameOf(source).text();
  }

  cte(cte: Cte): string {
    return this.#numbered(cte);
  }

  columnList(declaration: Declaration): readonly string[] {
    return this.columns.declared(declaration);
  }

  window(scope: QueryScope, name: string): string {
    const names = this.#windows.get(scope) ?? new Map<string, string>();
    this.#windows.set(scope, names);
    const known = names.get(name);
    if (known !== undefined) return known;
    if (names.size === MAX_WINDOWS) throw unsupported('too-many-windows');
    const given = names.size === 0 ? 'w' : `w${names.size + 1}`;
    names.set(name, given);
    return given;
  }

  /**
   * Each source of a FROM gets the first of its names that does not catch what is meant for another one there, or for a
   * source further out that is referred to from here.
   */
  #nameSources({ sources, outerReferences }: QueryScope): void {
    const taken = new Set([...outerReferences].flatMap((source) => this.#nameOf(source).answersTo));
    for (const source of sources) {
      const name = this.#candidates(source).find(({ catches }) => !catches.some((caught) => taken.has(caught)));
      if (!name) throw unsupported('too-many-appearances');
      for (const caught of name.catches) taken.add(caught);
      this.#sources.set(source, name);
    }
  }

  #candidates(source: Source): GivenName[] {
    if (source.kind === 'cte') {
      const { cte } = source;
      const plain = { text: () => this.cte(cte), isAlias: false, catches: [cte], answersTo: [cte] };
      return [plain, this.#numberedName(source)];
    }
    if (source.kind !== 'table') return [this.#numberedName(source)];
    const plain = plainName(source);
    return source.isTarget ? [plain] : [plain, ...this.#aliasesOf(source.table).map(aliasName)];
  }

  #numberedName(source: Source): GivenName {
    return { text: () => this.#numbered(source), isAlias: true, catches: [source], answersTo: [source] };
  }

  #nameOf(source: Source): GivenName {
    if (source.kind === 'excluded' || source.kind === 'old' || source.kind === 'new') {
      return { ...aliasName(source.kind.toUpperCase()), isAlias: false, answersTo: [source.kind] };
    }
    return this.#sources.get(source) ?? this.#numberedName(source);
  }

  /** CTEs, derived tables and functions are numbered as they come up in the text. */
  #numbered(owner: unknown): string {
    const known = this.#numbers.get(owner);
    if (known !== undefined) return known;
    const given = `${this.#derivedPrefix}${this.#numbers.size + 1}`;
    this.#numbers.set(owner, given);
    return given;
  }
}

function aliasName(alias: string): GivenName {
  return { text: () => alias, isAlias: true, catches: [alias], answersTo: [alias] };
}

function plainName({ table }: TableSource): GivenName {
  const whole = tableName(table);
  // Postgres takes a bare name for a table of any namespace.
  return { text: () => whole, isAlias: false, catches: [whole, quoteName(table.name)], answersTo: [whole] };
}
