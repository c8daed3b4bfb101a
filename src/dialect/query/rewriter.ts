import { numbersToConditions } from './conditions.ts';
import { convertOperators } from './convert-operators.ts';
import type { Expression } from './expression.ts';
import { fold } from './fold.ts';
import { type KnownNames, NOTHING_KNOWN } from './known-names.ts';
import type { Node } from './node.ts';
import { endOfOperand, kindOfList } from './operators.ts';
import { printNodes } from './print-nodes.ts';
import type { QueryRules } from './rules.ts';
import { withoutPrefixes } from './shared/prefixes.ts';
import { ALL_SOURCES, optionalSources } from './sources.ts';
import { Spelling } from './spelling.ts';

/** Converts the nodes of one statement. */
export class Rewriter {
  readonly rules: QueryRules;
  readonly known: KnownNames;
  readonly spelling: Spelling;
  readonly #notes: Set<string>;
  readonly #statement: readonly Node[];
  #optional: ReadonlySet<string> | undefined;
  /** A rule may look at its arguments and then leave the call as written: they are not converted twice. */
  readonly #converted = new WeakMap<readonly Node[], readonly Node[]>();

  /** @param statement all of it, which tells what a part of it can be */
  constructor(rules: QueryRules, known: KnownNames, notes: Set<string>, statement: readonly Node[]) {
    this.#statement = statement;
    this.rules = rules;
    this.known = known;
    this.spelling = new Spelling(known);
    this.#notes = notes;
  }

  note(note: string): void {
    this.#notes.add(note);
  }

  noteTextCase(): void {
    if (!this.rules.textIgnoresCase) return;
    this.note(
      'Texts: Postgres tells “Ana” from “ana” when it compares, sorts and groups them; the source usually does not.',
    );
  }

  get isDatabaseUnknown(): boolean {
    return this.known === NOTHING_KNOWN;
  }

  /**
   * Whether an outer join may make NULLs of a table's columns.
   * @param qualifier undefined for a column that stands alone, which may be of any table
   */
  isOptional(qualifier: string | undefined): boolean {
    this.#optional ??= optionalSources(this.#statement);
    if (this.#optional.has(ALL_SOURCES)) return true;
    return qualifier === undefined ? this.#optional.size > 0 : this.#optional.has(qualifier.toLowerCase());
  }

  /** Leaves and finished parts, no groups. */
  convert(nodes: readonly Node[]): readonly Node[] {
    const known = this.#converted.get(nodes);
    if (known) return known;
    let list = withoutPrefixes(nodes, this);
    for (const clause of this.rules.clauses) list = clause(list, this);
    const operated = convertOperators(fold(list, this), this);
    const converted = this.rules.numbersAreConditions ? numbersToConditions(operated, this) : operated;
    this.#converted.set(nodes, converted);
    return converted;
  }

  /** With the blanks and comments before the first node. */
  print(nodes: readonly Node[]): string {
    return printNodes(this.convert(nodes), this);
  }

  text(nodes: readonly Node[]): string {
    return this.print(nodes).trim();
  }

  expression(nodes: readonly Node[]): Expression {
    return this.expressionOf(this.convert(nodes));
  }

  /** @param list nodes that are converted already */
  expressionOf(list: readonly Node[]): Expression {
    const [first] = list;
    const literal = list.length === 1 && first?.kind === 'leaf' && first.token === 'string' ? first.value : undefined;
    const isTight =
      endOfOperand(list, 0) === list.length &&
      !(list.length === 1 && first?.kind === 'done' && first.binds === 'loose');
    const isLooseAlone = list.length === 1 && first?.kind === 'done' && first.binds === 'loose';
    const text = isLooseAlone ? first.text : printNodes(list, this).trim();
    return { text, binds: isTight ? 'tight' : 'loose', value: kindOfList(list, this), literal };
  }
}
