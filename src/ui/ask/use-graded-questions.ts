import { useEffect, useState } from 'react';
import type { GradedQuestion } from '../../schema/graded-question.ts';
import type { Sample } from '../../schema/samples.ts';

export type GradedQuestions =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly questions: readonly GradedQuestion[] }
  /** The network is away, or a new version of the page has taken its place. */
  | { readonly kind: 'missing' };

const LOADING: GradedQuestions = { kind: 'loading' };

/** Fetched with the component that shows them, and again for another sample. */
export function useGradedQuestions(sample: Sample): GradedQuestions {
  const [found, setFound] = useState(LOADING);
  useEffect(() => {
    let live = true;
    setFound(LOADING);
    sample.graded().then(
      (questions) => live && setFound({ kind: 'there', questions }),
      () => live && setFound({ kind: 'missing' }),
    );
    return () => {
      live = false;
    };
  }, [sample]);
  return found;
}
