import { useEffect, useState } from 'react';
import type { GrammarInspector, GrammarScope } from '../../app/grammar-inspector.ts';
import type { Models } from '../../app/models.ts';
import { useStore } from '../../app/store.ts';
import type { ModelEntry } from '../../engine/catalogue.ts';
import type { GrammarPreparation } from '../../engine/contract.ts';
import { type ErrorData, toErrorData } from '../../platform/errors.ts';
import type { GrammarText } from '../../sql-tools/contract.ts';

export type GrammarFactsState =
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'known'; readonly text: GrammarText | null; readonly engine: EngineFacts };

export type EngineFacts =
  /** It is loaded later, or writes just now. */
  | { readonly kind: 'waiting'; readonly model: ModelEntry }
  | { readonly kind: 'ready'; readonly model: ModelEntry; readonly preparation: GrammarPreparation }
  | { readonly kind: 'failed'; readonly model: ModelEntry; readonly error: ErrorData };

/** The grammar's text, and what the engine made of it: as soon as there is a model. */
export function useGrammarFacts(grammars: GrammarInspector, models: Models, scope: GrammarScope): GrammarFactsState {
  const status = useStore(models.status);
  const model = status.kind === 'empty' ? models.chosen : status.model;
  const isLoaded = status.kind === 'ready' || status.kind === 'generating';
  const [text, setText] = useState<GrammarText | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [engine, setEngine] = useState<EngineFacts | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const failed = (thrown: unknown) => {
      if (!controller.signal.aborted) setError(toErrorData(thrown));
    };
    setText(null);
    setError(null);
    grammars.text(scope, model.grammarDialect, controller.signal).then(setText, failed);
    return () => controller.abort();
  }, [grammars, scope, model.grammarDialect]);

  useEffect(() => {
    const controller = new AbortController();
    setEngine(null);
    if (!text || !isLoaded) return;
    grammars.prepare(text, controller.signal).then(
      (preparation) => setEngine({ kind: 'ready', model, preparation }),
      (thrown) => {
        if (!controller.signal.aborted) setEngine({ kind: 'failed', model, error: toErrorData(thrown) });
      },
    );
    return () => controller.abort();
  }, [grammars, text, isLoaded, model]);

  if (error) return { kind: 'failed', error };
  return { kind: 'known', text, engine: engine ?? { kind: 'waiting', model } };
}
