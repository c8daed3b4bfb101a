import { describe, expect, it } from 'vitest';
import { detectInSlices } from './detect-in-slices.ts';

const never = new AbortController().signal;

describe('detectInSlices', () => {
  it('tells what the first statements show', async () => {
    expect(await detectInSlices('CREATE TABLE a (id int AUTO_INCREMENT);', never)).toMatchObject({ dialect: 'mysql' });
    expect(await detectInSlices('', never)).toEqual({ dialect: 'postgres', evidence: [] });
  });

  it('reads on where they show nothing, and not beyond its limit', async () => {
    const plain = 'CREATE TABLE a (id int, name varchar(20));\n';
    const telling = 'PRAGMA foreign_keys = ON;\n';
    expect(await detectInSlices(plain.repeat(2_000) + telling, never)).toMatchObject({ dialect: 'sqlite' });
    expect(await detectInSlices(plain.repeat(6_000) + telling, never)).toEqual({ dialect: 'postgres', evidence: [] });
  });

  it('stops when it is not wanted any more', async () => {
    const controller = new AbortController();
    const detection = detectInSlices('SELECT 1;\n'.repeat(10_000), controller.signal);
    controller.abort();
    await expect(detection).rejects.toThrow();
  });
});
