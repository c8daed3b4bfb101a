import { expect, it } from 'vitest';
import { UNSUPPORTED } from '../../sql/unsupported.ts';
import { leftOutOfQueries } from './left-out.ts';

const listed = leftOutOfQueries();

it('names what queries do without, each with a reason', () => {
  expect(listed).toContainEqual({ what: 'FOR UPDATE and FOR SHARE', reason: UNSUPPORTED['for-update'].reason });
  for (const { what, reason } of listed) {
    expect(what).not.toMatch(/^(?:This|That|A statement)\b/);
    expect(reason).toMatch(/\.$/);
  }
  expect(new Set(listed.map(({ what }) => what)).size).toBe(listed.length);
});

it('leaves out what only a statement that changes rows could have', () => {
  expect(Object.keys(UNSUPPORTED).length - listed.length).toBe(7);
  expect(listed.map(({ what }) => what).join()).not.toMatch(/MERGE|ON CONFLICT|CURRENT OF|\bSET\b/);
});
