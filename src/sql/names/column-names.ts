/** Names of the columns that a query makes. The two ways of naming things differ in what they make of an alias. */
import type { ResTarget } from 'libpg-query';
import { quoteName, unquoteName } from '../../schema/names.ts';
import { implicitName, UNNAMED } from '../resolve/implicit-name.ts';
import type {
  ColumnTarget,
  Cte,
  Declaration,
  JoinedColumns,
  OutputColumn,
  OutputList,
  Reference,
  Resolution,
  SourceColumn,
  UsingJoin,
  VisibleColumn,
} from '../resolve/model.ts';
import { under } from '../tree.ts';
import { uniqueName } from './unique-name.ts';

export interface AliasSpelling {
  /** The text for an alias that a query gives, or that a column without one needs. */
  readonly output: (alias: string) => string;
  /** The same in a list of column names. */
  readonly listed: (alias: string) => string;
  /** Whether USING can have a name. */
  readonly canUse: (name: string) => boolean;
}

interface NamedOutput {
  readonly name: string;
  readonly alias: string | null;
}

interface NamedList {
  readonly outputs: ReadonlyMap<OutputColumn, NamedOutput>;
  readonly expandsStars: boolean;
}

export class ColumnNames {
  readonly #resolution: Resolution;
  readonly #spelling: AliasSpelling;
  readonly #lists = new Map<OutputList, NamedList>();
  readonly #declarations = new Map<Declaration, readonly string[]>();

  constructor(resolution: Resolution, spelling: AliasSpelling) {
    this.#resolution = resolution;
    this.#spelling = spelling;
  }

  column({ name, origin }: SourceColumn): string {
    switch (origin.kind) {
      case 'table':
        return quoteName(origin.column.name);
      case 'output':
        return this.output(origin.output).name;
      case 'declared':
        return this.declared(origin.declaration)[origin.index] ?? quoteName(name);
      case 'fixed':
        return quoteName(name);
    }
  }

  output(output: OutputColumn): NamedOutput {
    return this.#list(output.list).outputs.get(output) ?? { name: quoteName(output.name), alias: null };
  }

  /**
   * A star would not do where a join that merges columns is written without USING, and where a table's aliases kept
   * columns apart that have the same name in truth.
   */
  expandsStars(list: OutputList): boolean {
    return this.#list(list).expandsStars;
  }

  /** Whether no other column of its query has the same name. */
  isUnique(output: OutputColumn): boolean {
    const { name } = this.output(output);
    return [...this.#list(output.list).outputs.values()].filter((other) => other.name === name).length === 1;
  }

  /** The names of a column list, different from each other and from those of the columns after it. */
  declared(declaration: Declaration, besides: readonly string[] = []): readonly string[] {
    let names = this.#declarations.get(declaration);
    if (!names) {
      const taken = new Set([...besides, ...declaration.rest.map((output) => this.output(output).name)]);
      const { listed, canUse } = this.#spelling;
      const respelt = (name: string) => (canUse(name) ? name : listed(name));
      names = declaration.names.map((name) => uniqueName(listed(name), taken, respelt));
      this.#declarations.set(declaration, names);
    }
    return names;
  }

  additions(cte: Cte): readonly string[] {
    const { declaration, additions } = cte;
    const own = [...this.declared(declaration), ...declaration.rest.map((output) => this.output(output).name)];
    return this.declared(additions, own);
  }

  /** USING needs one name that each side has once; aliases may have become others, or have been left out after a table. */
  canUse({ pairs, left, right }: UsingJoin): boolean {
    return pairs.every((pair) => {
      const name = this.usedColumn(pair);
      const isOnly = (columns: readonly VisibleColumn[]) =>
        columns.filter(({ target }) => this.target(target) === name).length === 1;
      return this.#spelling.canUse(name) && name === this.#nameOf(pair.right) && isOnly(left) && isOnly(right);
    });
  }

  usedColumn({ left }: JoinedColumns): string {
    return this.#nameOf(left);
  }

  /** Of merged columns, the name of the first. */
  target(target: ColumnTarget): string {
    return target.kind === 'merged' ? this.target(target.left) : this.column(target.column);
  }

  #list(list: OutputList): NamedList {
    let named = this.#lists.get(list);
    if (!named) {
      named = this.#nameOutputs(list);
      this.#lists.set(list, named);
    }
    return named;
  }

  /** Names that columns have by themselves are taken before any alias is given. */
  #nameOutputs(list: OutputList): NamedList {
    const isRewritten = list.joins.some((join) => !this.canUse(join));
    const starNames = new Map(list.columns.map((output) => [output, this.#ownName(output, false)]));
    const expandsStars = hasStar(list) && (isRewritten || hidesColumns(starNames));
    const ownNames = expandsStars
      ? new Map(list.columns.map((output) => [output, this.#ownName(output, true)]))
      : starNames;
    const outputs = new Map<OutputColumn, NamedOutput>();
    const taken = new Set<string>();
    for (const [output, name] of ownNames) {
      if (name === null) continue;
      const isItem = output.item !== null || expandsStars;
      const isTaken = output.isNamed && taken.has(name);
      const isMistakable = output.isReferred && twinsOf(output, ownNames).some((twin) => !twin.isNamed);
      if (isItem && (isTaken || isMistakable)) continue;
      taken.add(name);
      outputs.set(output, { name, alias: null });
    }
    for (const output of list.columns) {
      if (outputs.has(output)) continue;
      const name = uniqueName(this.#spelling.output(output.alias ?? output.name), taken);
      outputs.set(output, { name, alias: name });
    }
    return { outputs, expandsStars };
  }

  /** The name that an output has without an alias; null where it needs one. */
  #ownName(output: OutputColumn, isWrittenOut: boolean): string | null {
    const { item, reference, isNamed, name } = output;
    if (item === null) {
      if (isWrittenOut && reference?.kind === 'merged') return null;
      return reference ? this.#nameOf(reference) : quoteName(name);
    }
    const alias = output.isAnonymous && !isNamed ? null : output.alias;
    const columnName = reference ? this.#nameOf(reference) : null;
    if (alias !== null) return columnName !== null && this.#spelling.output(alias) === columnName ? columnName : null;
    if (columnName !== null) return columnName;
    return isNamed ? null : quoteName(this.#implicitName(item));
  }

  /** By which Postgres calls a column as it is printed here. */
  #implicitName({ val }: ResTarget): string {
    const { references, outputs } = this.#resolution;
    return implicitName(val, {
      column: (column) => {
        const reference = references.get(column);
        if (reference?.kind === 'merged') return 'coalesce';
        return reference?.kind === 'column' ? unquoteName(this.#nameOf(reference)) : undefined;
      },
      subquery: (subquery) => {
        const first = outputs.get(under(subquery, 'SelectStmt'))?.[0];
        return first ? unquoteName(this.output(first).name) : UNNAMED;
      },
    });
  }

  #nameOf(reference: Reference): string {
    if (reference.kind === 'merged') return this.#nameOf(reference.left);
    return reference.kind === 'column' ? this.column(reference.column) : '';
  }
}

type OwnNames = ReadonlyMap<OutputColumn, string | null>;

function hasStar({ kind, columns }: OutputList): boolean {
  return kind === 'select' && columns.some(({ item }) => item === null);
}

function twinsOf(output: OutputColumn, names: OwnNames): OutputColumn[] {
  const name = names.get(output);
  return name === null ? [] : [...names.keys()].filter((other) => other !== output && names.get(other) === name);
}

/** Whether a column is referred to whose name a column of a star has as well. */
function hidesColumns(names: OwnNames): boolean {
  return [...names.keys()].some((output) => {
    const twins = output.isReferred ? twinsOf(output, names) : [];
    return twins.length > 0 && [output, ...twins].some(({ item }) => item === null);
  });
}
