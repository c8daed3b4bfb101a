/** What the graphics card offers, asked in page and worker before anything is downloaded for it. */
import type { ModelEntry } from './catalogue.ts';

export type WebGpuSupport =
  /** The browser has no WebGPU, or the page is not a secure context. */
  | { readonly kind: 'unavailable' }
  /** The browser has WebGPU but no graphics card that it would use. */
  | { readonly kind: 'no-adapter' }
  | { readonly kind: 'available'; readonly shaderF16: boolean };

export async function probeWebGpu(): Promise<WebGpuSupport> {
  // The type says that it is always there; browsers without WebGPU and insecure pages do not have it.
  if (!('gpu' in navigator)) return { kind: 'unavailable' };
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  return adapter === null
    ? { kind: 'no-adapter' }
    : { kind: 'available', shaderF16: adapter.features.has('shader-f16') };
}

/** Whether the model can run here, as far as the graphics card decides it. */
export function canRun(model: ModelEntry, webGpu: WebGpuSupport): boolean {
  switch (model.engine) {
    case 'wllama':
      return true;
    case 'webllm':
      return webGpu.kind === 'available' && (webGpu.shaderF16 || !model.requiresShaderF16);
  }
}
