import { useEffect, useState } from 'react';
import type { GrammarInspector, GrammarScope, InspectedExplanation } from '../../app/grammar-inspector.ts';
import { type ErrorData, toErrorData } from '../../platform/errors.ts';

/** Milliseconds without a keystroke before the text is looked at. */
const PAUSE = 200;

export interface ExplanationState {
  /** Of the text as it was when it was last looked at; null before that, and after an error. */
  readonly explained: { readonly sql: string; readonly explanation: InspectedExplanation } | null;
  readonly error: ErrorData | null;
}

/** What the grammar makes of `sql`, as one types. */
export function useExplanation(grammars: GrammarInspector, scope: GrammarScope, sql: string): ExplanationState {
  const [state, setState] = useState<ExplanationState>({ explained: null, error: null });
  useEffect(() => {
    const controller = new AbortController();
    const explain = () =>
      grammars.explain(sql, scope, controller.signal).then(
        (explanation) => {
          if (!controller.signal.aborted) setState({ explained: { sql, explanation }, error: null });
        },
        (thrown) => {
          if (!controller.signal.aborted) setState({ explained: null, error: toErrorData(thrown) });
        },
      );
    const timer = setTimeout(explain, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [grammars, scope, sql]);
  return state;
}
