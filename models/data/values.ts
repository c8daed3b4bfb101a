/** Values of one column, by its meaning. */
import type { ColumnSpec } from './parse-domains.ts';
import type { Random } from './random.ts';
import { PEOPLE } from './speech.ts';
import { CITIES, COUNTRIES, capitalise, DICTIONARY, firstName, lastName, personName, properName } from './words.ts';

export interface ValuesRequest {
  readonly spec: ColumnSpec;
  readonly choices: readonly string[];
  readonly type: string;
  /** The table's noun before replacement. */
  readonly table: string;
  readonly rowCount: number;
  readonly nullable: boolean;
}

export function columnValues(request: ValuesRequest, random: Random): (string | null)[] {
  const next = valueMaker(request, random);
  return Array.from({ length: request.rowCount }, () => (request.nullable && random.chance(0.2) ? null : next()));
}

function valueMaker({ spec, choices, type, table, rowCount }: ValuesRequest, random: Random): () => string {
  const word = spec.words.join(' ');
  switch (spec.kind) {
    case 'name':
      return nameMaker(word, table, random);
    case 'text':
      return textMaker(word, rowCount, random);
    case 'place': {
      const all = /country|nationality/.test(word) ? COUNTRIES : CITIES;
      const pool = Array.from({ length: 5 }, () =>
        random.chance(0.6) ? random.pick(all) : capitalise(random.pick(DICTIONARY)),
      );
      return () => random.pick(pool);
    }
    case 'choice':
      return () => random.pick(choices);
    case 'flag':
      return () => (random.chance(0.5) ? 'true' : 'false');
    case 'money':
      return numberMaker(random.pick([50, 200, 1_000, 5_000, 50_000, 100_000]), type, random);
    case 'count':
      return countMaker(word, random);
    case 'measure':
      return numberMaker(random.pick([5, 10, 100, 100, 500, 2_000]), type, random);
    case 'date':
    case 'timestamp':
      return dateMaker(type, random);
  }
}

function nameMaker(word: string, table: string, random: Random): () => string {
  if (word === 'first name') return () => firstName(random);
  if (word === 'last name') return () => lastName(random);
  if (word.includes('name') && PEOPLE.has(table)) return () => personName(random);
  if (/number|code|serial|plate|sku|tag/.test(word)) {
    const prefix = random.pick(DICTIONARY).slice(0, random.int(1, 3)).toUpperCase();
    return () => `${prefix}${random.pick(['-', '', '-'])}${random.int(100, 9999)}`;
  }
  if (/username|login|handle|nickname/.test(word))
    return () => `${random.pick(DICTIONARY)}${random.chance(0.5) ? random.int(1, 99) : ''}`;
  return () => properName(random);
}

/** Few different values, so that grouping by the column says something. */
function textMaker(word: string, rowCount: number, random: Random): () => string {
  if (/email/.test(word))
    return () => `${random.pick(DICTIONARY)}@${random.pick(DICTIONARY)}.${random.pick(['com', 'org', 'net'])}`;
  if (/phone|tel/.test(word)) return () => `555-${random.int(1000, 9999)}`;
  const style = random.weighted<'lower' | 'title' | 'phrase' | 'person'>([
    ['lower', 3],
    ['title', 5],
    ['phrase', 2],
    ['person', 1],
  ]);
  const pool = Array.from({ length: random.int(3, Math.max(4, rowCount - 5)) }, () => {
    if (style === 'person') return personName(random);
    if (style === 'phrase') return properName(random);
    const single = random.pick(DICTIONARY);
    return style === 'lower' ? single : capitalise(single);
  });
  return () => random.pick(pool);
}

function countMaker(word: string, random: Random): () => string {
  if (/year|founded/.test(word)) {
    const low = random.pick([1950, 1980, 2000, 2010]);
    return () => String(random.int(low, 2025));
  }
  if (/^age$/.test(word)) return () => String(random.int(18, 80));
  if (/rating|stars|level|priority/.test(word)) return () => String(random.int(1, 5));
  const top = random.pick([5, 10, 20, 50, 100, 500, 1_000, 10_000]);
  return () => String(random.int(top > 20 ? 1 : 0, top));
}

function numberMaker(top: number, type: string, random: Random): () => string {
  if (type === 'integer') return () => String(random.int(1, top));
  return () => (random.chance(0.3) ? String(random.int(1, top)) : (random.unit() * top).toFixed(random.int(1, 2)));
}

function dateMaker(type: string, random: Random): () => string {
  const firstYear = random.int(2015, 2023);
  return () => {
    const day = `${random.int(firstYear, firstYear + 3)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
    return type === 'date' ? day : `${day} ${pad(random.int(0, 23))}:${pad(random.int(0, 59))}:00`;
  };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
