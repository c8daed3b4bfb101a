import { must } from '../platform/assert.ts';
import type { NamedEnum } from '../schema/enum-types.ts';
import { textChoice } from './prefix-tree.ts';
import { choice, type GrammarNode, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import type { SchemaNames } from './schema-names.ts';
import { type ValueList, valueLists } from './value-lists.ts';

/** Texts that are cast to an enum are its own: `'new'::state`. */
export function enumRules(names: SchemaNames): Rule[] {
  if (names.enums.length === 0) return [];
  const lists = valueLists(names);
  const texts = names.enums.map((each) =>
    sequence(reference(`${listOf(each, lists)}-text`), '::', textChoice(each.types)),
  );
  return [rule('enum-text', choice(...texts))];
}

/** Such a text where any value may stand. */
export function enumTexts({ enums }: SchemaNames): GrammarNode[] {
  return enums.length > 0 ? [reference('enum-text')] : [];
}

/** Arrays of an enum, after their bracket: of texts alone (`'new', 'done']::state[]`), or of anything else. */
export function enumArrays(names: SchemaNames): GrammarNode[] {
  const lists = valueLists(names);
  const arrays = names.enums.map((each) => {
    const id = listOf(each, lists);
    const next = zeroOrMore(',', reference(`${id}-spaced-text`));
    return sequence(reference(`${id}-text`), next, ']::', textChoice(each.types), '[]', reference('casts'));
  });
  return arrays.length === 0 ? [] : [...arrays, sequence(reference('other-values'), ']', reference('casts'))];
}

/** Of the columns for which an enum is there at all. */
function listOf({ labels }: NamedEnum, lists: readonly ValueList[]): string {
  const key = JSON.stringify(labels);
  return must(
    lists.find(({ texts }) => JSON.stringify(texts) === key),
    'the list of an enum',
  ).id;
}
