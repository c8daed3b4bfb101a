/** What the downloader needs, as a browser's worker has it. */
import type { Clock, Connection, Ports } from '../../src/downloads/ports.ts';
import { BrowserFinals } from './browser-finals.ts';
import { OpfsPartials } from './opfs-partials.ts';
import { createSha256 } from './sha256.ts';

export function browserPorts(): Ports {
  const partials = new OpfsPartials();
  return {
    fetch: (url, init) => fetch(url, init),
    partials,
    finals: new BrowserFinals(partials),
    clock,
    random: Math.random,
    createHasher: createSha256,
    connection,
    isOwnOrigin: (url) => new URL(url).origin === self.location.origin,
    exclusively: async (key, job, signal) => await navigator.locks.request(`download ${key}`, { signal }, job),
    async freeBytes() {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
    },
  };
}

const clock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
    }),
};

const connection: Connection = {
  isOnline: () => navigator.onLine,
  online: (signal) =>
    new Promise((resolve, reject) => {
      self.addEventListener('online', () => resolve(), { once: true, signal });
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
};
