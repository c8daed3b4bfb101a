import styles from './example-questions.module.css';

interface ExampleQuestionsProps {
  readonly questions: readonly string[];
  readonly disabled: boolean;
  readonly onAsk: (question: string) => void;
}

export function ExampleQuestions({ questions, disabled, onAsk }: ExampleQuestionsProps) {
  return (
    <ul className={styles.list} aria-label="Example questions">
      {questions.map((question) => (
        <li key={question}>
          <button type="button" className={styles.chip} disabled={disabled} onClick={() => onAsk(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
