import { expect, it } from 'vitest';
import { renamedText } from './renamed-text.ts';

it('tells the first columns and how many more', () => {
  const renamed = [...'abcdefg'].map((letter) => ({ from: `"${letter} €"`, to: letter }));
  expect(renamedText([])).toBe('');
  expect(renamedText(renamed.slice(0, 1))).toBe('Its columns are called differently: "a €" becomes a.');
  expect(renamedText(renamed)).toBe(
    'Its columns are called differently: "a €" becomes a, "b €" becomes b, "c €" becomes c, "d €" becomes d, "e €" becomes e, and 2 more.',
  );
});
