/** What the graphics card offers, asked in page and worker before anything is downloaded for it. */
import type { WebGpuSupport } from './device.ts';

export async function probeWebGpu(): Promise<WebGpuSupport> {
  // The type says that it is always there; browsers without WebGPU and insecure pages do not have it.
  if (!('gpu' in navigator)) return { kind: 'unavailable' };
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (adapter === null) return { kind: 'no-adapter' };
  const { info, features, limits } = adapter;
  const name = [info.vendor, info.architecture, info.device, info.description].filter(Boolean).join(' ');
  return {
    kind: 'available',
    adapter: name || 'not named by the browser',
    // Not all browsers have the flag yet.
    isSoftware: info.isFallbackAdapter === true || /swiftshader|llvmpipe|basic render/i.test(name),
    shaderF16: features.has('shader-f16'),
    subgroups: features.has('subgroups'),
    maxBufferBytes: limits.maxBufferSize,
    maxBindingBytes: limits.maxStorageBufferBindingSize,
  };
}
