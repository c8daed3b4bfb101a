import { useId } from 'react';
import type { ModelEntry } from '../../engine/catalogue.ts';
import type { GradedQuestion } from '../../schema/graded-question.ts';
import type { Sample } from '../../schema/samples.ts';
import styles from './more-questions.module.css';
import { LANGUAGE_TITLES, QUESTION_LANGUAGES, type QuestionLanguage } from './question-language.ts';
import { useGradedQuestions } from './use-graded-questions.ts';

const LEVELS: readonly (readonly [GradedQuestion['level'], string])[] = [
  ['simple', 'Simple'],
  ['intermediate', 'Intermediate'],
  ['hard', 'Hard'],
];

/** As measured with the suite that these questions are in: of 64, 11 in English and none in Portuguese. */
const BUNDLED_NOTES: Readonly<Record<QuestionLanguage, string>> = {
  en: 'The model that comes with the page manages some of the simple ones; the harder ones need the larger model.',
  pt: 'The model that comes with the page learnt English only; questions in Portuguese need the larger model.',
};

export interface MoreQuestionsProps {
  readonly id: string;
  readonly sample: Sample;
  /** The one that is to answer. */
  readonly model: ModelEntry;
  readonly language: QuestionLanguage;
  readonly onChooseLanguage: (language: QuestionLanguage) => void;
  readonly disabled: boolean;
  readonly onAsk: (question: string) => void;
}

/** Further questions about a sample, by how hard they are. */
export function MoreQuestions({ id, sample, model, language, onChooseLanguage, disabled, onAsk }: MoreQuestionsProps) {
  const found = useGradedQuestions(sample);
  return (
    <section id={id} className={styles.panel} aria-label="More questions">
      <header className={styles.header}>
        {model.source.startsWith('bundled:') && <p className={styles.note}>{BUNDLED_NOTES[language]}</p>}
        <LanguageChoice language={language} onChoose={onChooseLanguage} />
      </header>
      {found.kind === 'missing' && (
        <p className={styles.note} role="alert">
          The questions could not be fetched. Check the connection and open them again.
        </p>
      )}
      {found.kind === 'there' && (
        <div className={styles.levels}>
          {LEVELS.map(([level, title]) => (
            <div key={level} className={styles.level}>
              <h2>{title}</h2>
              <ul lang={language}>
                {found.questions
                  .filter((question) => question.level === level)
                  .map(({ [language]: text }) => (
                    <li key={text}>
                      <button type="button" className={styles.question} disabled={disabled} onClick={() => onAsk(text)}>
                        {text}
                      </button>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

interface LanguageChoiceProps {
  readonly language: QuestionLanguage;
  readonly onChoose: (language: QuestionLanguage) => void;
}

function LanguageChoice({ language, onChoose }: LanguageChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.languages} aria-label="Language of the questions">
      {QUESTION_LANGUAGES.map((each) => (
        <label key={each} lang={each}>
          <input type="radio" name={name} checked={each === language} onChange={() => onChoose(each)} />
          {LANGUAGE_TITLES[each]}
        </label>
      ))}
    </fieldset>
  );
}
