/** The languages that the samples' further questions are in. */
export const QUESTION_LANGUAGES = ['en', 'pt'] as const;

export type QuestionLanguage = (typeof QUESTION_LANGUAGES)[number];

/** In their own words, as whoever looks for one knows it. */
export const LANGUAGE_TITLES: Readonly<Record<QuestionLanguage, string>> = { en: 'English', pt: 'Português' };

/** The first of a person's languages that there is: `['fr', 'pt-BR', 'en']` is Portuguese. English where there is none. */
export function preferredLanguage(languages: readonly string[]): QuestionLanguage {
  for (const tag of languages) {
    const [primary] = tag.toLowerCase().split('-');
    const found = QUESTION_LANGUAGES.find((language) => language === primary);
    if (found) return found;
  }
  return 'en';
}
