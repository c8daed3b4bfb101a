import type { Answer } from '../../app/answers.ts';
import type { GenerationStats } from '../../ask/states.ts';
import { MODEL_CATALOGUE } from '../../engine/catalogue.ts';
import { counted, duration } from '../parts/format.ts';

interface AuthorshipProps {
  readonly answer: Answer;
  readonly edited: boolean;
}

/** Who wrote the query, and how long that took. */
export function Authorship({ answer: { state, question }, edited }: AuthorshipProps) {
  if (state.kind === 'cancelled')
    return <p>Cancelled{question !== null && state.sql === undefined && ' before there was a query'}.</p>;
  if (state.kind !== 'answered') return null;
  if (state.generation === null || edited) return question === null ? null : <p>Edited by you</p>;
  const { corrections } = state.generation;
  return (
    <p>
      {generationText(state.generation)}
      {corrections.length > 0 && `. Corrected: ${corrections.join('; ')}`}
    </p>
  );
}

function generationText({ modelId, attempts, outputTokens, tokensPerSecond, milliseconds }: GenerationStats): string {
  const title = MODEL_CATALOGUE.find((model) => model.id === modelId)?.title ?? modelId;
  const speed = tokensPerSecond !== null ? `, ${tokensPerSecond.toFixed(tokensPerSecond < 10 ? 1 : 0)} a second` : '';
  const again = attempts > 1 ? `, ${attempts} attempts` : '';
  return `Written by ${title} in ${duration(milliseconds)}: ${counted(outputTokens, 'token')}${speed}${again}`;
}
