/** Whole files as entries of the Cache API, where WebLLM looks for them. */
import type { Place, WebLlmCache } from '../../src/downloads/contract.ts';
import { placeKey } from '../../src/downloads/contract.ts';
import type { StoredFile } from '../../src/downloads/ports.ts';

export type CachePlace = Extract<Place, { kind: 'cache' }>;

const CACHES = ['webllm/config', 'webllm/wasm', 'webllm/model'] as const satisfies readonly WebLlmCache[];

/** What a file was found to be when it was stored. Entries that WebLLM has made itself have none: nobody looked. */
const HASH_HEADER = 'x-expert-sql-sha256';
/** Its value where nobody has published a hash. */
const UNCHECKED = 'unchecked';

export async function cacheEntry(place: CachePlace): Promise<StoredFile | null> {
  const response = await match(place);
  if (!response) return null;
  const hash = response.headers.get(HASH_HEADER);
  // In other entries it may be the length of a compressed form; to read a body takes long.
  const length = hash === null ? null : response.headers.get('content-length');
  const bytes = length === null ? (await response.blob()).size : Number(length);
  return { bytes, sha256: hash === UNCHECKED ? null : hash };
}

export async function readCacheEntry(place: CachePlace): Promise<Blob | null> {
  return (await (await match(place))?.blob()) ?? null;
}

/** The browser shows an entry only once all of it is there. */
export async function putCacheEntry(place: CachePlace, file: File, sha256: string | null): Promise<void> {
  const headers = {
    'content-type': place.contentType,
    'content-length': String(file.size),
    [HASH_HEADER]: sha256 ?? UNCHECKED,
  };
  const cache = await caches.open(place.cache);
  await cache.put(place.url, new Response(file, { headers }));
}

export async function removeCacheEntry(place: CachePlace): Promise<void> {
  if (await caches.has(place.cache)) await (await caches.open(place.cache)).delete(place.url);
}

export async function evictCacheEntries(keep: ReadonlySet<string>): Promise<number> {
  let freed = 0;
  for (const name of CACHES) {
    if (!(await caches.has(name))) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const place: CachePlace = { kind: 'cache', cache: name, url, contentType: '' };
      if (keep.has(placeKey(place))) continue;
      freed += (await cacheEntry(place))?.bytes ?? 0;
      await cache.delete(url);
    }
  }
  return freed;
}

async function match(place: CachePlace): Promise<Response | null> {
  // Opening would make an empty one.
  if (!(await caches.has(place.cache))) return null;
  return (await (await caches.open(place.cache)).match(place.url)) ?? null;
}
