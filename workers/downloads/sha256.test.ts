import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSha256 } from './sha256.ts';

it('hashes bytes that come in pieces, and begins anew', async () => {
  const hasher = await createSha256();
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (pieces) => {
      hasher.reset();
      for (const piece of pieces) hasher.update(piece);
      expect(hasher.digest()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
  );
});
