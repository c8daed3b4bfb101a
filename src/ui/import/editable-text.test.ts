import { describe, expect, it } from 'vitest';
import { isEditable, isSlowToPaste } from './editable-text.ts';

describe('what a text area can take', () => {
  it.each([
    ['', true, false],
    ['a\n'.repeat(100), true, false],
    ['a\n'.repeat(101), true, true],
    ['a\n'.repeat(2_000), true, true],
    ['a\n'.repeat(2_001), false, true],
    ['a'.repeat(100_000), true, false],
    ['a'.repeat(100_001), false, true],
  ])('depends on lines and length', (text, editable, slow) => {
    expect(isEditable(text)).toBe(editable);
    expect(isSlowToPaste(text)).toBe(slow);
  });
});
