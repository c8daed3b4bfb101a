import { useId, useRef, useState } from 'react';
import type { ModelEntry } from '../../engine/catalogue.ts';
import type { Sample } from '../../schema/samples.ts';
import { classes } from '../parts/button.tsx';
import { Icon } from '../parts/icons.tsx';
import { useLazy } from '../parts/use-lazy.ts';
import styles from './example-questions.module.css';
import type { MoreQuestionsProps } from './more-questions.tsx';
import { preferredLanguage } from './question-language.ts';

const loadMoreQuestions = async () => (await import('./more-questions.tsx')).MoreQuestions;

interface ExampleQuestionsProps {
  readonly sample: Sample;
  /** The one that is to answer. */
  readonly model: ModelEntry;
  readonly disabled: boolean;
  readonly onAsk: (question: string) => void;
}

/** Questions that are asked with one click: a few that are answered rightly, and more for whoever wants them. */
export function ExampleQuestions({ sample, model, disabled, onAsk }: ExampleQuestionsProps) {
  const [open, setOpen] = useState(false);
  const [language, setLanguage] = useState(() => preferredLanguage(navigator.languages));
  const { Part: MoreQuestions, isMissing, fetch } = useLazy<MoreQuestionsProps>(loadMoreQuestions);
  const moreButton = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  return (
    <div className={styles.examples}>
      <div className={styles.chips}>
        <ul className={styles.list} aria-label="Example questions">
          {sample.questions.map((question) => (
            <li key={question}>
              <button type="button" className={styles.chip} disabled={disabled} onClick={() => onAsk(question)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
        <button
          ref={moreButton}
          type="button"
          className={classes(styles.chip, styles.more)}
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          onClick={async () => setOpen(!open && (await fetch()))}
        >
          {isMissing ? 'Not there: try again' : 'More questions'} <Icon name="down" />
        </button>
      </div>
      {MoreQuestions && open && (
        <MoreQuestions
          id={panelId}
          sample={sample}
          model={model}
          language={language}
          onChooseLanguage={setLanguage}
          disabled={disabled}
          onAsk={(question) => {
            // What comes of it stands below, where this would be in the way.
            moreButton.current?.focus();
            setOpen(false);
            onAsk(question);
          }}
        />
      )}
    </div>
  );
}
