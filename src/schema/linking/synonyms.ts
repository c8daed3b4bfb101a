import { stem } from '../stem.ts';

/**
 * Everyday words that people use for one another when they ask about data, a group a line: English only, no jargon of a
 * trade, and irregular forms that no stem joins. The list was kept because it finds tables in domains that it was not
 * made for (docs/decisions/005-two-stage-decoding.md).
 */
const GROUPS = `
  client customer buyer shopper
  employee staff worker personnel colleague
  person people
  child children
  boss manager supervisor
  user member account
  student pupil learner
  teacher instructor tutor
  doctor physician
  author writer write wrote written
  seller vendor supplier sell sold sale
  company firm business organization organisation
  department division
  shop store outlet
  product item article goods
  order purchase buy bought
  bill invoice
  payment pay paid
  salary wage earn pay paid income
  cost price fee charge
  revenue turnover sale income
  spend spent cost
  discount rebate
  trip journey travel
  flight plane
  car vehicle automobile
  movie film
  song track
  picture photo image
  house home
  apartment flat
  city town
  country nation
  address street
  phone telephone mobile
  mail email
  job position role occupation
  holiday vacation leave
  class course lesson
  grade mark score
  rating review star
  comment remark note
  message mail
  category kind type genre
  begin began start
  end finish
  teach taught teacher
  give given gave
`;

const SYNONYMS: ReadonlyMap<string, ReadonlySet<string>> = synonymsOf(GROUPS);

/** @param a as `stem` makes it, like `b` */
export function areSynonyms(a: string, b: string): boolean {
  return SYNONYMS.get(a)?.has(b) ?? false;
}

function synonymsOf(groups: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const group of groups.trim().split('\n')) {
    const stems = group.trim().split(/\s+/).map(stem);
    for (const each of stems) {
      const known = found.get(each) ?? new Set();
      for (const other of stems) known.add(other);
      found.set(each, known);
    }
  }
  return found;
}
