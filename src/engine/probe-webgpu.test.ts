import { describe, expect, it } from 'vitest';
import { must } from '../platform/assert.ts';
import { MODEL_CATALOGUE } from './catalogue.ts';
import { canRun } from './probe-webgpu.ts';

function model(id: string) {
  return must(
    MODEL_CATALOGUE.find((entry) => entry.id === id),
    id,
  );
}

describe('canRun', () => {
  it.each([
    ['nano', { kind: 'unavailable' } as const, true],
    ['qwen3-0.6b-q4f32', { kind: 'no-adapter' } as const, false],
    ['qwen3-0.6b-q4f32', { kind: 'available', shaderF16: false } as const, true],
    ['qwen3-0.6b-q4f16', { kind: 'available', shaderF16: false } as const, false],
    ['qwen3-0.6b-q4f16', { kind: 'available', shaderF16: true } as const, true],
  ])('%s with %o: %s', (id, support, expected) => {
    expect(canRun(model(id), support)).toBe(expected);
  });
});
