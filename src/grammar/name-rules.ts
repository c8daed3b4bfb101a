import { quoteName } from '../schema/names.ts';
import { prefixTree, textChoice } from './prefix-tree.ts';
import { charClass, choice, oneOrMore, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import { COLUMN_KINDS, type ColumnKind, type NamedTable } from './schema-names.ts';

/**
 * Single words that answers are commonly named. Any other output name has an underscore, which no keyword that could
 * break a query has: "any word but a reserved one" would say the same and cost seconds to compile.
 */
const COMMON_NAMES = `
  account accounts age amount answer appearances applicants assets attendance author authors average avg balance
  bonus books brand brands budget buyer buyers cases categories category change channel children cities city class
  client clients code comments commission companies company completed consumption contract contracts contribution
  cost costs count countries country courses currency customer customers date day days deaths deliveries demand
  department departments description device difference discount discounts distance doctor duration earliest earned
  earnings email employee employees engagement entries error errors events evictions expenses failures fee fees films
  flights frequency games gap gender genre goals grade grades growth head headcount heads height highest hires holder
  hour hours ids impressions incidents income industry installs interest inventory investment invoices item items job
  jobs kind label language latest leads length level likes lines listing listings loans location losses lowest
  manager managers margin market matches max maximum mean median members merchant message messages metric min minimum
  minutes model month months movies name names net num number occurrences oldest orders origin outcome output owed
  owner owners paid parent participants partner patients payment payments payroll people percent percentage period
  person player players points population position posts price prices product products profit profits project
  projects quantity quarter quota rank ranking rate rating ratings ratio reach region regions reports requests
  respondents responses result results retention revenue reviewer reviews role room rooms runs salary sale sales
  savings schedules score scores season seasons seats seconds segment seller sellers sessions share shipments shops
  signups size skill skills sold songs source speed spend spending spent stage start state states stations status
  stock stops store stores street students subject subscribers subscriptions subtotal sum supplier suppliers surname
  tasks tax taxes teacher team teams tenure term text tickets title titles tonnage top topic total totals tracks
  traffic transactions transfers trips turnover type types units usage usages value vendor vendors version views
  visitors visits volume votes wage wages warehouse week weekday weeks weight wins word words worth year years yield
  youngest zone`
  .trim()
  .split(/\s+/);

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
