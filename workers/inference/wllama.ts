/** llama.cpp on the CPU, as WebAssembly: wllama 3.8. The library computes in a worker of its own, started by this one. */
import { type LoadModelParams, type RawCompletionChunk, type ResultTimings, Wllama } from '@wllama/wllama/esm/index.js';
import type { ModelEntry } from '../../src/engine/catalogue.ts';
import type { GenerateRequest, Generation, LoadProgress } from '../../src/engine/contract.ts';
import { AppError, cancelled } from '../../src/platform/errors.ts';
import { unlessAborted } from '../../src/platform/unless-aborted.ts';
import { modelUrl } from './bundled-models.ts';
import { fetchModelFile } from './fetch-model.ts';
import { GenerationRecord } from './generation-record.ts';
import { NativeLog } from './native-log.ts';
import type { Runtime } from './runtime.ts';
import { wllamaBuild } from './wllama-assets.ts';

/**
 * Starting takes half a second for small models and three for 0.6 B parameters; but when its WebAssembly is blocked
 * the library waits for ever.
 */
const START_TIMEOUT_MS = 60_000;

/** Found by measuring tokens per second with models of 4 to 61 million parameters, one thread, headless Chromium. */
const SETTINGS = {
  n_gpu_layers: 0,
  // Threads need cross-origin isolation, and collapse when the computer is busy.
  n_threads: 1,
  n_parallel: 1,
  // Small batches, so that Cancel acts while the prompt is read; they cost nothing: 8 to 64 prefill equally fast.
  n_batch: 16,
  n_ubatch: 16,
  // Without flash attention and with a float32 cache, decoding is three times as fast at long contexts.
  cache_type_k: 'f32',
  cache_type_v: 'f32',
  flash_attn: false,
} as const satisfies LoadModelParams;

export async function loadWllama(
  model: ModelEntry,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Runtime> {
  const started = performance.now();
  const build = wllamaBuild();
  const totalBytes = model.sizeBytes + build.wasmBytes;
  const loadedBytes = { model: 0, wasm: 0 };
  const report = (part: keyof typeof loadedBytes) => (bytes: number) => {
    loadedBytes[part] = bytes;
    onProgress({ phase: 'download', loadedBytes: loadedBytes.model + loadedBytes.wasm, totalBytes });
  };
  const [weights, wasm] = await Promise.all([
    fetchModelFile(
      { url: modelUrl(model), name: model.title, sizeBytes: model.sizeBytes, sha256: model.sha256 },
      report('model'),
      signal,
    ),
    fetchModelFile(
      {
        url: new URL(build.wasmUrl, import.meta.url).href,
        name: 'The engine (llama.cpp)',
        sizeBytes: build.wasmBytes,
        sha256: null,
      },
      report('wasm'),
      signal,
    ),
  ]);

  onProgress({ phase: 'start', note: 'llama.cpp' });
  const log = new NativeLog();
  // From a blob, because the library would fetch the file again, and hangs when that fails.
  const wasmBlobUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
  const wllama = new Wllama({ default: wasmBlobUrl }, { logger: log, allowOffline: true });
  wllama.setCompat(
    build.loadCompatWorker && { worker: await build.loadCompatWorker(), wasm: wasmBlobUrl },
    'firefox_safari',
  );
  try {
    const start = wllama.loadModel([weights], { ...SETTINGS, n_ctx: model.contextTokens });
    await unlessAborted(withinTime(start), signal);
    // The library resolves even when llama.cpp refused the file.
    const context: { success?: unknown; n_ctx: number } = wllama.getLoadedContextInfo();
    if (context.success !== true) throw new Error('refused');
    return runtime(wllama, log, {
      modelId: model.id,
      backend: build.loadCompatWorker ? 'CPU · 1 thread (compatibility build)' : 'CPU · 1 thread',
      contextTokens: context.n_ctx,
      loadMilliseconds: performance.now() - started,
    });
  } catch (error) {
    await wllama.exit();
    if (signal.aborted) throw cancelled();
    throw error instanceof AppError ? error : refused(model, log, error);
  } finally {
    URL.revokeObjectURL(wasmBlobUrl);
  }
}

function runtime(wllama: Wllama, log: NativeLog, loaded: Runtime['loaded']): Runtime {
  return {
    loaded,
    // llama.cpp reads the text with each request, in 10 to 35 ms: there is nothing that could be made before.
    prepareGrammar: async () => ({ kind: 'per-request', fromCache: false, compileMilliseconds: 0 }),
    async generate(request, onText, signal) {
      log.clear();
      try {
        return await generate(wllama, request, onText, signal);
      } catch (error) {
        if (signal.aborted) throw cancelled();
        throw generationError(error, log);
      }
    },
    close: () => wllama.exit(),
  };
}

async function generate(
  wllama: Wllama,
  request: GenerateRequest,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<Generation> {
  const record = new GenerationRecord(onText);
  let finishReason: string | null = null;
  let timings: ResultTimings | undefined;
  const add = (chunk: Chunk, piece: string | null | undefined) => {
    if (chunk.prompt_progress === undefined) record.add(piece ?? '');
    finishReason = chunk.choices[0]?.finish_reason ?? finishReason;
    timings = chunk.timings ?? timings;
  };
  const options = {
    stream: true,
    // A chunk for each batch of the prompt: between chunks the library looks at the signal.
    return_progress: true,
    max_tokens: request.maxTokens,
    temperature: request.temperature,
    seed: request.seed,
    ...(request.grammar !== undefined && { grammar: request.grammar }),
    abortSignal: signal,
  } as const;
  const { prompt } = request;
  if (prompt.kind === 'text') {
    await wllama.createCompletion({
      ...options,
      prompt: prompt.text,
      onData: (chunk) => add(chunk, chunk.choices[0]?.text),
    });
  } else {
    await wllama.createChatCompletion({
      ...options,
      messages: [
        { role: 'system', content: prompt.system },
        { role: 'user', content: prompt.user },
      ],
      onData: (chunk) => add(chunk, chunk.choices[0]?.delta.content),
    });
  }
  return record.finish({
    finish: finishReason === 'length' ? 'length' : 'stop',
    // Tokens of the prompt that the last one shared are read from the cache.
    promptTokens: (timings?.cache_n ?? 0) + (timings?.prompt_n ?? 0),
    outputTokens: timings?.predicted_n ?? 0,
  });
}

type Chunk = Pick<RawCompletionChunk, 'timings' | 'prompt_progress'> & {
  readonly choices: readonly { readonly finish_reason: string | null }[];
};

/** Rejects when starting takes too long; the caller then ends the library's worker. */
async function withinTime<Result>(start: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const error = new AppError({
      code: 'engine/load-timeout',
      message: `The engine did not start within ${START_TIMEOUT_MS / 1000} seconds.`,
      hint: 'The browser or an extension may block WebAssembly on this page.',
    });
    timer = setTimeout(() => reject(error), START_TIMEOUT_MS);
  });
  try {
    return await Promise.race([start, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function refused(model: ModelEntry, log: NativeLog, thrown: unknown): AppError {
  return new AppError({
    code: 'model/invalid',
    message: `llama.cpp cannot load ${model.title}.`,
    details: { why: log.firstLine() ?? String(thrown) },
  });
}

/**
 * llama.cpp's C++ exceptions arrive as an unrelated "Invalid typed array length"; the reason is what it logged first.
 * The instance survives them, but not an abort, which the library marks so.
 */
function generationError(thrown: unknown, log: NativeLog): AppError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const why = log.firstLine() ?? message;
  if (message.startsWith('(ABORT)') || message.includes('has crashed')) {
    return new AppError({
      code: 'engine/crashed',
      message: 'The model engine stopped unexpectedly.',
      hint: 'Ask again: the model is then loaded anew.',
      details: { why },
    });
  }
  if (message.includes('failed to parse grammar')) {
    return new AppError({
      code: 'grammar/unsupported',
      message: 'llama.cpp cannot read the grammar.',
      details: { why },
    });
  }
  const overflow = /request \((\d+) tokens\) exceeds the available context size \((\d+) tokens\)/.exec(message);
  if (overflow) {
    return new AppError({
      code: 'engine/generation-failed',
      message: `The prompt is ${overflow[1]} tokens long; the model reads ${overflow[2]}.`,
      hint: 'Ask about fewer tables at a time.',
    });
  }
  return new AppError({
    code: 'engine/generation-failed',
    message: 'The model could not finish its answer.',
    hint: 'Ask again.',
    details: { why },
  });
}
