import { beforeEach, describe, expect, it } from 'vitest';
import type { DownloadFile, FileState } from './contract.ts';
import { Mirrors } from './mirrors.ts';
import type { Ports } from './ports.ts';
import type { FileReporter } from './progress-meter.ts';
import { memoryPorts, memoryStores } from './testing/memory-ports.ts';

const FILE: DownloadFile = {
  name: 'Weights',
  urls: ['https://a/f', 'https://b/f'],
  sizeBytes: null,
  sha256: null,
  place: { kind: 'file', name: 'f' },
};
const NEVER = new AbortController().signal;

/** Time that passes only in waits, which it notes. */
let now: number;
let waits: number[];
let states: FileState[];
beforeEach(() => {
  now = 1_000;
  waits = [];
  states = [];
});

const report: FileReporter = {
  state: (state) => void states.push(state),
  total: () => undefined,
  at: () => undefined,
  done: () => undefined,
  tick: () => undefined,
};

function mirrors(urls: DownloadFile['urls'] = FILE.urls, overrides: Partial<Ports> = {}): Mirrors {
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  return new Mirrors({ ...FILE, urls }, memoryPorts(memoryStores(), { clock, random: () => 0.5, ...overrides }));
}

const BUSY = { why: 'status 503', status: 503 };

describe('Mirrors', () => {
  it('turns to the next one while the first has to be left alone', async () => {
    const each = mirrors();
    expect(await each.next(report, NEVER)).toBe('https://a/f');
    each.failed('https://a/f', BUSY, null);
    expect(await each.next(report, NEVER)).toBe('https://b/f');
    expect(waits).toEqual([]);
    each.failed('https://b/f', BUSY, null);
    expect(await each.next(report, NEVER)).toBe('https://a/f');
    expect(waits).toEqual([250]);
  });

  it('waits twice as long each time, and says for whom and why', async () => {
    const each = mirrors(['https://a/f']);
    for (let failures = 0; failures < 4; failures++) {
      await each.next(report, NEVER);
      each.failed('https://a/f', BUSY, null);
    }
    await each.next(report, NEVER);
    expect(waits).toEqual([250, 500, 1_000, 2_000]);
    expect(states.at(-1)).toEqual({ kind: 'retrying', host: 'a', why: 'status 503', at: now });
  });

  it('waits as long as the host asks for, unless that is too long', async () => {
    const each = mirrors(['https://a/f']);
    each.failed('https://a/f', BUSY, 90_000);
    await each.next(report, NEVER);
    expect(waits).toEqual([90_000]);
    each.failed('https://a/f', BUSY, 3_600_000);
    await expect(each.next(report, NEVER)).rejects.toMatchObject({ code: 'model/host-unreachable' });
  });

  it('gives up after eight failures without anything new between them', async () => {
    const each = mirrors(['https://a/f']);
    for (let failures = 0; failures < 7; failures++) each.failed('https://a/f', BUSY, 0);
    each.progressed();
    for (let failures = 0; failures < 7; failures++) each.failed('https://a/f', BUSY, 0);
    await each.next(report, NEVER);
    each.failed('https://a/f', BUSY, 0);
    await expect(each.next(report, NEVER)).rejects.toMatchObject({ code: 'model/host-unreachable' });
  });

  it('asks the one last that gave bad bytes', async () => {
    const each = mirrors();
    each.putLast('https://a/f');
    expect(await each.next(report, NEVER)).toBe('https://b/f');
  });

  it('does not hold against a host what happens offline, and tries now and then', async () => {
    const connection = { isOnline: () => false, online: () => new Promise<void>(() => undefined) };
    const each = mirrors(['https://a/f'], { connection });
    for (let failures = 0; failures < 20; failures++) {
      expect(await each.next(report, NEVER)).toBe('https://a/f');
      each.failed('https://a/f', { why: 'Failed to fetch', status: null }, null);
    }
    expect(new Set(waits)).toEqual(new Set([15_000]));
    expect(states.at(-1)).toEqual({ kind: 'offline' });
  });

  it('names all hosts that do not have it', async () => {
    const each = mirrors();
    each.gone('https://a/f', { why: 'status 404', status: 404 });
    each.gone('https://b/f', { why: 'status 410', status: 410 });
    await expect(each.next(report, NEVER)).rejects.toMatchObject({
      code: 'model/missing',
      message: expect.stringContaining('a, nor b'),
      details: { why: 'a: status 404; b: status 410' },
    });
  });
});
