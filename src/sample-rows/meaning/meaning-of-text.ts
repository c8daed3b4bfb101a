import { CAPITALS, DIGITS } from '../random.ts';
import { capitalised, word } from '../words/sentences.ts';
import { LEAST_LETTERS, speakable } from '../words/syllables.ts';
import { ADJECTIVES, NOUNS } from '../words/things.ts';
import type { Cell } from './cell.ts';
import { CODE_RULES } from './code-rules.ts';
import { CONTACT_RULES } from './contact-rules.ts';
import { CONTENT_RULES } from './content-rules.ts';
import { subjectOf } from './table-subject.ts';
import type { TextMeaning } from './text-meaning.ts';
import type { TextRule } from './text-rule.ts';

/** The first that fits is taken. */
const TEXT_RULES: readonly TextRule[] = [...CONTACT_RULES, ...CODE_RULES, ...CONTENT_RULES];

/** Up to it a text of no known meaning is a code. */
const CODE_CHARACTERS = 6;
const SHORT_CHARACTERS = 60;

/** @param column, table their names as words (`nameWords`) */
export function meaningOfText(column: string, table: string): TextMeaning {
  const subject = subjectOf(table);
  const rule = TEXT_RULES.find(([names]) => names.test(column));
  if (/^(name|title|label|nome|titulo)$|_(name|title)$/.test(column)) {
    // `product_name` is about products wherever it stands, a mere `name` about the table.
    const make =
      rule?.[2] ??
      (/^(name|title|label|nome|titulo)$/.test(column) ? subject : subjectOf(column.replace(/_(name|title)$/, '')));
    return { form: 'words', make: make ?? subject ?? someName };
  }
  if (column === 'code' && /(^|_)airports?$/.test(table))
    return { form: 'code', make: ({ scene }) => scene.place.airport };
  if (column === 'model' && subject) return { form: 'words', make: subject };
  if (rule) return { form: rule[1], make: rule[2] };
  const ofColumn = subjectOf(column);
  return ofColumn ? { form: 'words', make: ofColumn } : { form: 'words', make: someText };
}

function someName({ random, limits }: Cell): string {
  if (limits.maxLength < LEAST_LETTERS) return someText({ random, limits });
  if (limits.maxLength <= CODE_CHARACTERS) return speakable(random, limits.maxLength);
  return `${word(random, ADJECTIVES)} ${word(random, NOUNS)}`;
}

function someText({ random, limits }: Pick<Cell, 'random' | 'limits'>): string {
  if (limits.maxLength <= CODE_CHARACTERS) return random.characters(CAPITALS + DIGITS, limits.maxLength);
  if (limits.maxLength <= SHORT_CHARACTERS) return capitalised(word(random, NOUNS));
  return `${word(random, ADJECTIVES)} ${word(random, NOUNS)}`;
}
