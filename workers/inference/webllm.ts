/** MLC's WebLLM 0.2.86 on the graphics card, run in this worker: its own worker client turns errors into strings. */
import {
  type ChatCompletionRequestStreaming,
  type CompletionUsage,
  hasModelInCache,
  type InitProgressReport,
  MLCEngine,
} from '@mlc-ai/web-llm';
import type { ModelEntry } from '../../src/engine/catalogue.ts';
import type { GenerateRequest, Generation, LoadProgress } from '../../src/engine/contract.ts';
import { probeWebGpu } from '../../src/engine/probe-webgpu.ts';
import { AppError, cancelled } from '../../src/platform/errors.ts';
import { WebLlmLogits } from './checked-logits-webllm.ts';
import { withoutControlTokens } from './control-tokens.ts';
import { DeviceLoss } from './device-loss.ts';
import { GenerationRecord } from './generation-record.ts';
import { checkHosts } from './hosts.ts';
import type { Runtime } from './runtime.ts';
import { webLlmError } from './webllm-errors.ts';
import { WebLlmGrammars } from './webllm-grammars.ts';
import { webLlmConfig, webLlmProbeUrls } from './webllm-record.ts';

/** Made with the first model, when it is known that there is WebGPU; it changes a prototype, which is done once. */
let deviceLoss: DeviceLoss | null = null;

export async function loadWebLlm(
  model: ModelEntry,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Runtime> {
  const started = performance.now();
  await checkWebGpu(model);
  const appConfig = webLlmConfig(model);
  const [record] = appConfig.model_list;
  if (!(await hasModelInCache(model.source, appConfig))) await checkHosts(webLlmProbeUrls(record), model.title, signal);

  deviceLoss ??= new DeviceLoss();
  const watch = deviceLoss;
  const engine = new MLCEngine({
    appConfig,
    logLevel: 'SILENT',
    initProgressCallback: (report) => onProgress(loadProgress(report, model)),
  });
  const grammars = await start(engine, model, watch, signal);
  let logits: WebLlmLogits | null = null;
  return {
    loaded: {
      modelId: model.id,
      backend: `WebGPU · ${await engine.getGPUVendor()}`,
      contextTokens: model.contextTokens,
      loadMilliseconds: performance.now() - started,
    },
    async prepareGrammar(grammar) {
      try {
        return await watch.during(grammars.prepare(grammar), deviceLost);
      } catch (error) {
        throw webLlmError(error, model, 'generate');
      }
    },
    async generate(request, onText, generateSignal) {
      const run = () => generate(engine, request, onText, generateSignal);
      const { checkAgainst } = request;
      try {
        if (checkAgainst === undefined) return await watch.during(run(), deviceLost);
        logits ??= new WebLlmLogits(engine);
        return await watch.during(logits.checked(checkAgainst, run), deviceLost);
      } catch (error) {
        throw generateSignal.aborted ? cancelled() : webLlmError(error, model, 'generate');
      }
    },
    close: () => engine.unload(),
  };
}

async function start(
  engine: MLCEngine,
  model: ModelEntry,
  watch: DeviceLoss,
  signal: AbortSignal,
): Promise<WebLlmGrammars> {
  // This makes `reload` resolve, as if the model were loaded.
  const stop = () => void engine.unload();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await watch.during(engine.reload(model.source), deviceLost);
    signal.throwIfAborted();
    const grammars = await WebLlmGrammars.of(engine);
    signal.throwIfAborted();
    return grammars;
  } catch (error) {
    throw signal.aborted ? cancelled() : webLlmError(error, model, 'load');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Asked before anything is fetched: the library finds out only after it has downloaded its first files. */
async function checkWebGpu(model: ModelEntry): Promise<void> {
  const support = await probeWebGpu();
  switch (support.kind) {
    case 'unavailable':
      throw new AppError({
        code: 'webgpu/unavailable',
        message: 'This browser does not offer WebGPU.',
        hint: 'Use a current desktop browser over https, or the model that comes with the page.',
      });
    case 'no-adapter':
      throw new AppError({
        code: 'webgpu/no-adapter',
        message: 'The browser found no graphics card that it can use.',
        hint: 'Hardware acceleration may be switched off in the browser’s settings.',
      });
    case 'available':
      if (model.requiresShaderF16 && !support.shaderF16) {
        throw new AppError({
          code: 'webgpu/no-adapter',
          message: `This graphics card cannot compute with 16-bit numbers, which ${model.title} needs.`,
          hint: 'Choose the variant without f16.',
        });
      }
  }
}

async function generate(
  engine: MLCEngine,
  request: GenerateRequest,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<Generation> {
  const record = new GenerationRecord(onText);
  // It is looked at after each token, though not while the prompt is read.
  const interrupt = () => void engine.interruptGenerate();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    let finishReason: string | null = null;
    let usage: CompletionUsage | undefined;
    for await (const chunk of await engine.chat.completions.create(chatRequest(request))) {
      const choice = chunk.choices[0];
      if (choice) {
        record.add(choice.delta.content ?? '');
        finishReason = choice.finish_reason ?? finishReason;
      }
      usage = chunk.usage ?? usage;
    }
    signal.throwIfAborted();
    return record.finish({
      finish: finishReason === 'length' ? 'length' : 'stop',
      promptTokens: usage?.prompt_tokens ?? 0,
      outputTokens: usage?.completion_tokens ?? 0,
    });
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

function chatRequest({ prompt, ...request }: GenerateRequest): ChatCompletionRequestStreaming {
  if (prompt.kind !== 'chat') {
    throw new AppError({ code: 'engine/generation-failed', message: 'Models on WebLLM take chat prompts.' });
  }
  return {
    messages: [
      // The library puts it into the template with `String.replace`, where `$$` stands for a dollar sign.
      { role: 'system', content: withoutControlTokens(prompt.system).replaceAll('$', '$$$$') },
      { role: 'user', content: withoutControlTokens(prompt.user) },
    ],
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: request.maxTokens,
    temperature: request.temperature,
    seed: request.seed,
    ...(request.grammar !== undefined && { response_format: { type: 'grammar', grammar: request.grammar } }),
  };
}

function loadProgress({ text, progress }: InitProgressReport, model: ModelEntry): LoadProgress {
  if (!text.startsWith('Fetching param cache')) return { phase: 'start', note: text };
  return { phase: 'download', loadedBytes: Math.round(progress * model.sizeBytes), totalBytes: model.sizeBytes };
}

function deviceLost(why: string): AppError {
  return new AppError({
    code: 'webgpu/device-lost',
    message: 'The graphics card stopped.',
    hint: 'It may lack memory: close other tabs, or choose a smaller model.',
    details: { why },
  });
}
