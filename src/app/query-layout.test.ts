import { describe, expect, it } from 'vitest';
import { AppError } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import { EMPTY_SCHEMA } from '../schema/model.ts';
import type { SqlToolsClient } from '../sql-tools/client.ts';
import { queryLayout } from './query-layout.ts';

const SQL = 'SELECT orders.id FROM orders LIMIT 5';
const LAID_OUT = 'SELECT orders.id\nFROM orders\nLIMIT 5';

function spelledBy(friendly: SqlToolsClient['friendly']): Promise<string> {
  return queryLayout({ friendly })(SQL, EMPTY_SCHEMA);
}

describe('queryLayout', () => {
  it('shows the friendly spelling', async () => {
    expect(await spelledBy(async ({ sql, schema }) => `${sql}, friendly, of ${schema.tables.length}`)).toBe(
      `${SQL}, friendly, of 0`,
    );
  });

  it('lays out what has none', async () => {
    const refuse = () => Promise.reject(new AppError({ code: 'sql/unsupported', message: 'Not here.' }));
    expect(await spelledBy(refuse)).toBe(LAID_OUT);
  });

  it('does not wait for ever', async () => {
    const never = (_: unknown, signal: AbortSignal) => unlessAborted(new Promise<never>(() => undefined), signal);
    expect(await spelledBy(never)).toBe(LAID_OUT);
  });
});
