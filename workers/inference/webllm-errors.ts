import type { ModelEntry } from '../../src/engine/catalogue.ts';
import { AppError } from '../../src/platform/errors.ts';

/**
 * WebLLM's exceptions as ours. Most of its classes are not exported, so names and texts are all there is to go by; what
 * was seen to throw which is in the design's notes on engines.
 */
export function webLlmError(thrown: unknown, model: ModelEntry, during: 'load' | 'generate'): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error ? thrown.name : '';
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const details = { why };
  switch (name) {
    case 'WebGPUNotAvailableError':
      return new AppError({ code: 'webgpu/unavailable', message: 'This browser does not offer WebGPU.', details });
    case 'ShaderF16SupportError':
    case 'FeatureSupportError':
      return new AppError({
        code: 'webgpu/no-adapter',
        message: `This graphics card lacks what ${model.title} needs.`,
        details,
      });
    case 'DeviceLostError':
      return new AppError({
        code: 'webgpu/device-lost',
        message: 'The graphics card stopped.',
        hint: 'It may lack memory: close other tabs, or choose a smaller model.',
        details,
      });
    case 'IntegrityError':
      return new AppError({ code: 'model/integrity', message: `${model.title} is damaged.`, details });
    case 'LinkError':
      return new AppError({
        code: 'model/invalid',
        message: `${model.title} was compiled for another version of WebLLM.`,
        details,
      });
    case 'GrammarMatcherInitError':
      return new AppError({ code: 'grammar/unsupported', message: 'WebLLM cannot read the grammar.', details });
    case 'ContextWindowSizeExceededError':
      return new AppError({
        code: 'engine/generation-failed',
        message: `The prompt is longer than the ${model.contextTokens} tokens that the model reads.`,
        hint: 'Ask about fewer tables at a time.',
        details,
      });
  }
  // fetch's own errors, and the one of `Cache.add` for any status that is not 200.
  if (name === 'TypeError' && /fetch|Cache/.test(why)) {
    return new AppError({
      code: 'model/host-unreachable',
      message: `${model.title} could not be downloaded.`,
      hint: 'Check the connection and try again: what has arrived is kept.',
      details,
    });
  }
  return new AppError({
    code: during === 'load' ? 'engine/crashed' : 'engine/generation-failed',
    message: `The graphics card could not ${during === 'load' ? `start ${model.title}` : 'finish the answer'}.`,
    hint: 'Try again, or choose the model that comes with the page.',
    details,
  });
}
