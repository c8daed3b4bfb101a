import { quoteName } from '../schema/names.ts';
import { prefixTree, textChoice } from './prefix-tree.ts';
import { charClass, choice, oneOrMore, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import { COLUMN_KINDS, type ColumnKind, type NamedTable } from './schema-names.ts';

/**
 * Single words that answers are commonly named. Any other output name has an underscore, which no keyword that could
 * break a query has: "any word but a reserved one" would say the same and cost seconds to compile.
 */
const COMMON_NAMES =
  `age amount answer average avg balance bonus brand budget buyer category change city code cost count
  country customer customers date day days department difference discount duration email employee employees fee gap
  growth headcount height hires hour hours income items job label language latest length level lowest manager margin max
  maximum median min minimum minutes month months name num number oldest orders paid payment people percent percentage
  position price product products profit quantity quarter rank rate rating ratio region result revenue reviews role sales
  score seconds share size spend spent state status stock subtotal sum team title total totals type units value visits
  week weekday weeks weight year years youngest`.split(/\s+/);

const SINGLE_WORD = /^[a-z][a-z0-9]*$/;

/** The kinds of column that the schema has at least one of: the others have no rule to refer to. */
export function kindsPresent(tables: readonly NamedTable[]): ReadonlySet<ColumnKind> {
  return new Set(COLUMN_KINDS.filter((kind) => tables.some((named) => named.columns[kind].length > 0)));
}

/** Columns with their whole table name, by kind (`number-column`, …), `orders.*`, and the names that an output may take. */
export function nameRules(tables: readonly NamedTable[]): Rule[] {
  const letter = charClass('a-z');
  const letterOrDigit = charClass('a-z', '0-9');
  return [
    rule('output-name', choice(reference('snake-case-name'), textChoice(singleWordNames(tables)))),
    rule('snake-case-name', letter, zeroOrMore(letterOrDigit), oneOrMore('_', oneOrMore(letterOrDigit))),
    rule('all-columns', textChoice(tables.flatMap((named) => [`${named.text}.*`, `${named.alias}.*`]))),
    ...COLUMN_KINDS.flatMap((kind) => columnRules(kind, tables)),
  ];
}

function columnRules(kind: ColumnKind, tables: readonly NamedTable[]): Rule[] {
  const withKind = tables.filter((named) => named.columns[kind].length > 0);
  if (withKind.length === 0) return [];
  const ruleName = (named: NamedTable) => `${named.id}-${kind}`;
  const column = prefixTree(
    withKind.flatMap((named) => {
      const next = sequence('.', reference(ruleName(named)));
      return [named.text, named.alias].map((text) => ({ text, next }));
    }),
  );
  return [
    rule(`${kind}-column`, column),
    ...withKind.map((named) => rule(ruleName(named), textChoice(named.columns[kind]))),
  ];
}

/** Common names and the schema's own, as far as each can stand bare wherever an output name can. */
function singleWordNames(tables: readonly NamedTable[]): string[] {
  const ofSchema = tables.flatMap(({ table }) => [table.name, ...table.columns.map((column) => column.name)]);
  const names = [...COMMON_NAMES, ...ofSchema].filter((name) => SINGLE_WORD.test(name) && quoteName(name) === name);
  return [...new Set(names)].sort();
}
