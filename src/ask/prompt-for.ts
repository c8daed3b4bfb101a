import type { ModelEntry } from '../engine/catalogue.ts';
import type { Prompt } from '../engine/contract.ts';
import { unreachable } from '../platform/assert.ts';
import { chatPrompt } from '../prompt/chat-1.ts';
import { nanoQuestionText, nanoSchemaText } from '../prompt/nano-1.ts';
import { estimatedTokens } from '../prompt/prompt-size.ts';
import type { Schema } from '../schema/model.ts';

/** The prompt in the template that the model was trained on. */
export function promptFor(template: ModelEntry['promptTemplate'], schema: Schema, question: string): Prompt {
  switch (template) {
    case 'nano-1':
      return { kind: 'text', text: nanoSchemaText(schema) + nanoQuestionText(question) };
    case 'chat-1':
      return chatPrompt(schema, question);
    default:
      return unreachable(template);
  }
}

/** Whether the model's context has room for the prompt and for an answer. */
export function fitsContext(prompt: Prompt, model: ModelEntry, answerTokens: number): boolean {
  return estimatedTokens(prompt) + answerTokens <= model.contextTokens;
}
