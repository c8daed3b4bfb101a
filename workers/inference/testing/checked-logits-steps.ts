/**
 * Steps of the installed WebLLM's own pipeline, in Node: its code for a step runs as it is, over arrays, with plain
 * arithmetic for what it has the graphics card compute.
 */
import { assert } from '../../../src/platform/assert.ts';
import type { TestPipeline } from './webllm-pipeline.ts';

/** What the library calls a tensor, as far as a step asks for it. */
class HostTensor {
  constructor(
    readonly data: Float32Array | Int32Array,
    readonly shape: readonly number[],
    readonly dtype: string,
  ) {}

  copyFrom(source: HostTensor | ArrayLike<number>): this {
    this.data.set(source instanceof HostTensor ? source.data : source);
    return this;
  }

  view(): this {
    return this;
  }

  toArray(): Float32Array | Int32Array {
    return this.data.slice();
  }

  dispose(): void {}
}

export interface PipelineSteps {
  /** The likeliest token under the grammar, which is then taken. */
  step(logits: readonly number[]): Promise<number>;
  /** The logits that the last token was drawn from. */
  readonly drawnFrom: readonly number[];
}

export function pipelineSteps(pipeline: TestPipeline, grammar: string, width: number): PipelineSteps {
  let drawnFrom: readonly number[] = [];
  const empty = (shape: readonly number[], dtype: string) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return new HostTensor(dtype === 'float32' ? new Float32Array(size) : new Int32Array(size), shape, dtype);
  };
  const request = { response_format: { type: 'grammar', grammar } };
  Object.assign(pipeline, {
    config: { temperature: 0, top_p: 1, repetition_penalty: 1, frequency_penalty: 0, presence_penalty: 0 },
    bitmaskSize: Math.ceil(width / 32),
    appearedTokensFreq: new Map(),
    sampleIndices: new Int32Array(1),
    topPDevice: empty([1], 'float32'),
    device: { sync: async () => undefined },
    tvm: {
      beginScope: () => undefined,
      endScope: () => undefined,
      cpu: () => null,
      empty,
      uniform: () => null,
      detachFromCurrentScope: (tensor: HostTensor) => tensor,
    },
    fapplyBitmask: (logits: HostTensor, _sequences: HostTensor, mask: HostTensor) => {
      for (let token = 0; token < width; token++) {
        const word = mask.data[token >> 5] ?? 0;
        if (((word >> (token & 31)) & 1) === 0) logits.data[token] = Number.NEGATIVE_INFINITY;
      }
    },
    fsoftmaxWithTemperature: (logits: HostTensor) => logits,
    fargsortProbs: (logits: HostTensor) => {
      drawnFrom = [...logits.data];
      const order = drawnFrom.map((_, token) => token).sort((a, b) => (drawnFrom[b] ?? 0) - (drawnFrom[a] ?? 0));
      return { get: (part: number) => (part === 0 ? logits : empty([width], 'int32').copyFrom(order)) };
    },
    fsampleWithTopP: (_sorted: HostTensor, order: HostTensor) => empty([1], 'int32').copyFrom(order.data.slice(0, 1)),
  });
  const call = (name: string, ...args: readonly unknown[]) => {
    const method: unknown = Reflect.get(pipeline, name);
    assert(typeof method === 'function', `a pipeline with ${name}`);
    return Reflect.apply(method, pipeline, args);
  };
  return {
    async step(logits) {
      const token: number = await call('sampleFromRawLogits', empty([width], 'float32').copyFrom(logits), request);
      call('commitSamplerState', token, request);
      return token;
    },
    get drawnFrom() {
      return drawnFrom;
    },
  };
}
