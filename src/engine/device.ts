/** Whether a model will run on this device, as far as can be told before it is downloaded, and why not. */
import type { ModelEntry } from './catalogue.ts';

export type WebGpuSupport =
  /** The browser has no WebGPU, or the page is not a secure context. */
  | { readonly kind: 'unavailable' }
  /** The browser has WebGPU but no graphics card that it would use. */
  | { readonly kind: 'no-adapter' }
  | AvailableWebGpu;

export interface AvailableWebGpu {
  readonly kind: 'available';
  /** Vendor, architecture and name, as far as the browser tells: `nvidia ampere`. */
  readonly adapter: string;
  /** The processor stands in for a graphics card. */
  readonly isSoftware: boolean;
  readonly shaderF16: boolean;
  readonly subgroups: boolean;
  /** Bytes of one buffer, and of what a shader can see of one. */
  readonly maxBufferBytes: number;
  readonly maxBindingBytes: number;
}

export interface Device {
  readonly webGpu: WebGpuSupport;
  /** Gibibytes, as the browser rounds them; null where it does not tell. */
  readonly memoryGiB: number | null;
  readonly isMobile: boolean;
}

export interface Verdict {
  readonly kind: 'runs' | 'slow' | 'unlikely' | 'no';
  /** For people; empty when it runs. */
  readonly reasons: readonly string[];
}

const MIB = 1024 * 1024;
/** Tokens of context that the library's own figure of a model's memory is for. */
const REFERENCE_CONTEXT = 4_096;
/** Share of a device's memory that one tab gets before the system takes it back. */
const USABLE_SHARE = 0.6;
/** What browsers tell for all that is more: 8 GiB the older ones, 32 the others. */
const MEMORY_CEILINGS_GIB: readonly number[] = [8, 32];
/** Tabs of telephones are ended beyond this. */
const MOBILE_LIMIT_MIB = 1_500;

/** Mebibytes of graphics memory for weights, cache and work space at the model's context; null on the processor. */
export function memoryNeed({ gpu, contextTokens }: ModelEntry): number | null {
  if (gpu === null) return null;
  return gpu.memoryMiB - ((REFERENCE_CONTEXT - contextTokens) * gpu.kvBytesPerToken) / MIB;
}

export function assess(model: ModelEntry, { webGpu, ...device }: Device): Verdict {
  if (model.gpu === null) return { kind: 'runs', reasons: [] };
  switch (webGpu.kind) {
    case 'unavailable':
      return no('This browser has no WebGPU, which this model needs. Current Chrome, Edge and Safari have it.');
    case 'no-adapter':
      return no('WebGPU found no graphics card that it can use here.');
    case 'available':
      return assessCard(model, model.gpu, webGpu, device);
  }
}

function assessCard(
  model: ModelEntry,
  gpu: NonNullable<ModelEntry['gpu']>,
  card: AvailableWebGpu,
  { memoryGiB, isMobile }: Omit<Device, 'webGpu'>,
): Verdict {
  if (model.requiresShaderF16 && !card.shaderF16) {
    return no('This graphics card lacks 16-bit shaders, which this model needs.');
  }
  const largest = Math.min(card.maxBufferBytes, card.maxBindingBytes);
  if (largest < gpu.largestBufferBytes) {
    const [has, needs] = [largest, gpu.largestBufferBytes].map((bytes) => Math.round(bytes / MIB));
    return no(`It needs a buffer of ${needs} MB; this graphics card gives ${has} MB at most.`);
  }
  const need = Math.round(memoryNeed(model) ?? 0);
  const reasons: string[] = [];
  if (isKnown(memoryGiB) && need > memoryGiB * 1024 * USABLE_SHARE) {
    reasons.push(`It takes about ${need} MB of memory, and this device has ${memoryGiB} GB for everything.`);
  }
  if (isMobile && need > MOBILE_LIMIT_MIB) {
    reasons.push(`It takes about ${need} MB; browsers on telephones end pages that take as much.`);
  }
  if (reasons.length > 0) return { kind: 'unlikely', reasons };
  if (card.isSoftware) {
    return {
      kind: 'slow',
      reasons: ['There is no graphics card: the processor stands in for one, and an answer takes minutes.'],
    };
  }
  return { kind: 'runs', reasons: [] };
}

function isKnown(memoryGiB: number | null): memoryGiB is number {
  return memoryGiB !== null && !MEMORY_CEILINGS_GIB.includes(memoryGiB);
}

function no(reason: string): Verdict {
  return { kind: 'no', reasons: [reason] };
}

/** What is known of the device, a line a fact, to be copied into a report. */
export function describeDevice({ webGpu, memoryGiB, isMobile }: Device): string {
  const memory = memoryGiB === null ? 'not told' : `${memoryGiB} GB${isKnown(memoryGiB) ? '' : ' or more'}`;
  const lines = [`Memory: ${memory}`, `Telephone or tablet: ${isMobile ? 'yes' : 'no'}`];
  if (webGpu.kind !== 'available') return [`WebGPU: ${webGpu.kind}`, ...lines].join('\n');
  const megabytes = (bytes: number) => `${Math.round(bytes / MIB)} MB`;
  return [
    `WebGPU: ${webGpu.adapter}${webGpu.isSoftware ? ' (processor)' : ''}`,
    `16-bit shaders: ${webGpu.shaderF16 ? 'yes' : 'no'}`,
    `Subgroups: ${webGpu.subgroups ? 'yes' : 'no'}`,
    `Largest buffer: ${megabytes(webGpu.maxBufferBytes)}, seen by a shader: ${megabytes(webGpu.maxBindingBytes)}`,
    ...lines,
  ].join('\n');
}
