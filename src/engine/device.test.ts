import { describe, expect, it } from 'vitest';
import { must } from '../platform/assert.ts';
import { MODEL_CATALOGUE } from './catalogue.ts';
import { type AvailableWebGpu, assess, type Device, describeDevice, memoryNeed } from './device.ts';

const CARD: AvailableWebGpu = {
  kind: 'available',
  adapter: 'nvidia ampere',
  isSoftware: false,
  shaderF16: true,
  subgroups: true,
  maxBufferBytes: 2 ** 32,
  maxBindingBytes: 2 ** 31,
};
const DESK: Device = { webGpu: CARD, memoryGiB: 8, isMobile: false };

function model(id: string) {
  return must(
    MODEL_CATALOGUE.find((entry) => entry.id === id),
    id,
  );
}

describe('assess', () => {
  it.each<[string, Device, string]>([
    ['nano', { ...DESK, webGpu: { kind: 'unavailable' } }, 'runs'],
    ['qwen3-0.6b-q4f32', { ...DESK, webGpu: { kind: 'unavailable' } }, 'no'],
    ['qwen3-0.6b-q4f32', { ...DESK, webGpu: { kind: 'no-adapter' } }, 'no'],
    ['qwen3-0.6b-q4f32', { ...DESK, webGpu: { ...CARD, shaderF16: false } }, 'runs'],
    ['qwen3-0.6b-q4f16', { ...DESK, webGpu: { ...CARD, shaderF16: false } }, 'no'],
    ['qwen3-0.6b-q4f16', DESK, 'runs'],
    ['qwen3-0.6b-q4f16', { ...DESK, webGpu: { ...CARD, isSoftware: true } }, 'slow'],
    ['qwen3-8b-q4f16', { ...DESK, webGpu: { ...CARD, maxBindingBytes: 2 ** 27 } }, 'no'],
    ['qwen3-4b-q4f16', { ...DESK, memoryGiB: 4 }, 'unlikely'],
    ['qwen3-4b-q4f16', { ...DESK, memoryGiB: null }, 'runs'],
    ['qwen3-1.7b-q4f16', { ...DESK, isMobile: true }, 'unlikely'],
    ['qwen3-0.6b-q4f16', { ...DESK, isMobile: true }, 'runs'],
  ])('%s with %j: %s', (id, device, kind) => {
    const verdict = assess(model(id), device);
    expect(verdict.kind).toBe(kind);
    expect(verdict.reasons.length > 0).toBe(kind !== 'runs');
  });
});

describe('memoryNeed', () => {
  it('is less with a shorter context', () => {
    const small = model('qwen3-0.6b-q4f16');
    const [here, whole] = [memoryNeed(small), memoryNeed({ ...small, contextTokens: 4_096 })];
    expect(whole).toBe(small.gpu?.memoryMiB);
    // 28 layers of 8 heads of 128 keys and values in two bytes: 112 MiB for 1,024 tokens.
    expect(must(whole, 'memory') - must(here, 'memory')).toBe(224);
  });

  it('is none on the processor', () => {
    expect(memoryNeed(model('nano'))).toBeNull();
  });
});

it('describes the device', () => {
  expect(describeDevice(DESK)).toBe(
    'WebGPU: nvidia ampere\n16-bit shaders: yes\nSubgroups: yes\nLargest buffer: 4096 MB, seen by a shader: 2048 MB\nMemory: 8 GB or more\nTelephone or tablet: no',
  );
  expect(describeDevice({ webGpu: { kind: 'no-adapter' }, memoryGiB: null, isMobile: true })).toBe(
    'WebGPU: no-adapter\nMemory: not told\nTelephone or tablet: yes',
  );
});
