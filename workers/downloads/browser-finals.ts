import type { Place } from '../../src/downloads/contract.ts';
import type { FinalStore, StoredContent, StoredFile } from '../../src/downloads/ports.ts';
import { cacheEntry, evictCacheEntries, putCacheEntry, readCacheEntry, removeCacheEntry } from './cache-entries.ts';
import { storing } from './opfs.ts';
import { evictOpfsFiles, moveToOpfs, opfsFile, readOpfsFile, removeOpfsFile } from './opfs-files.ts';
import type { OpfsPartials } from './opfs-partials.ts';

/** Both kinds of places that a browser has. */
export class BrowserFinals implements FinalStore {
  readonly #partials: OpfsPartials;

  constructor(partials: OpfsPartials) {
    this.#partials = partials;
  }

  stored(place: Place): Promise<StoredFile | null> {
    return storing(() => (place.kind === 'cache' ? cacheEntry(place) : opfsFile(place)));
  }

  adopt(key: string, place: Place, sha256: string | null): Promise<void> {
    return storing(async () => {
      const file = await this.#partials.take(key);
      if (!file) throw new Error(`Nothing has arrived for ${key}.`);
      if (place.kind === 'cache') await putCacheEntry(place, await file.getFile(), sha256);
      else await moveToOpfs(place, file, sha256);
    });
  }

  read(place: Place): Promise<StoredContent | null> {
    return storing(() => (place.kind === 'cache' ? readCacheEntry(place) : readOpfsFile(place)));
  }

  remove(place: Place): Promise<void> {
    return storing(() => (place.kind === 'cache' ? removeCacheEntry(place) : removeOpfsFile(place)));
  }

  evict(keys: ReadonlySet<string>): Promise<number> {
    return storing(async () => (await evictCacheEntries(keys)) + (await evictOpfsFiles(keys)));
  }
}
