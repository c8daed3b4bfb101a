/** How WebLLM is told about a model of the catalogue: its own record of it, with what we set differently. */
import { type AppConfig, type ChatOptions, type ModelRecord, prebuiltAppConfig } from '@mlc-ai/web-llm';
import type { ModelEntry } from '../../src/engine/catalogue.ts';
import { AppError } from '../../src/platform/errors.ts';

/** Ids of `<|endoftext|>` and `<|im_end|>` in Qwen's vocabulary. */
const QWEN_STOP_TOKENS = [151_643, 151_645];

/**
 * Qwen3's chat template with thinking off: an empty thought is part of the prompt. WebLLM's own switch,
 * `enable_thinking: false`, leaves the tags in the output. There are no `role_templates`, because the library would fill
 * them with `String.replace`, where `$&` in a schema has a meaning.
 */
const QWEN_TEMPLATE = {
  system_template: '<|im_start|>system\n{system_message}<|im_end|>\n',
  system_message: '',
  roles: {
    user: '<|im_start|>user',
    assistant: '<|im_start|>assistant\n<think>\n\n</think>\n',
    tool: '<|im_start|>user',
  },
  role_content_sep: '\n',
  role_empty_sep: '\n',
  seps: ['<|im_end|>\n'],
  stop_str: ['<|endoftext|>', '<|im_end|>'],
  stop_token_ids: QWEN_STOP_TOKENS,
  add_role_after_system_message: true,
} satisfies ChatOptions['conv_template'];

/** The list of this one model. @throws AppError `model/missing` when the library does not know it */
export function webLlmConfig(model: ModelEntry): AppConfig & { model_list: [ModelRecord] } {
  const record = prebuiltAppConfig.model_list.find(({ model_id: id }) => id === model.source);
  if (record === undefined) {
    throw new AppError({ code: 'model/missing', message: `WebLLM does not know the model ${model.source}.` });
  }
  return {
    cacheBackend: 'cache',
    model_list: [
      {
        ...record,
        // Missing in the library's records; without it a card that lacks it fails only after the whole download.
        required_features: model.requiresShaderF16 ? ['shader-f16'] : [],
        overrides: {
          // The cache for this many tokens is set aside at once: 112 MiB a thousand with f16, twice that with f32.
          context_window_size: model.contextTokens,
          conv_template: QWEN_TEMPLATE,
          // The default would read the vocabulary wrongly, and with it every grammar.
          tokenizer_info: {
            token_postproc_method: 'byte_level',
            prepend_space_in_encode: false,
            strip_space_in_decode: false,
          },
        },
      },
    ],
  };
}

/** The files whose hosts have to answer before a download begins: the model's own settings and its compiled library. */
export function webLlmProbeUrls(record: ModelRecord): readonly string[] {
  return [`${record.model}/resolve/main/mlc-chat-config.json`, record.model_lib];
}
