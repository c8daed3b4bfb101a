/** Node's `fetch` with the part of a browser that hides answers from pages: the CORS protocol, as far as it matters here. */

const SAFE_HEADERS = new Set(['accept', 'content-language']);

export function browserFetch(origin: string, fetchUnguarded: typeof fetch = fetch): typeof fetch {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const unsafe = [...headers.keys()].filter((name) => !SAFE_HEADERS.has(name)).sort();
    headers.set('origin', origin);
    if (unsafe.length > 0) {
      const preflight = await fetchUnguarded(input, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': init.method ?? 'GET',
          'access-control-request-headers': unsafe.join(','),
        },
        signal: init.signal ?? null,
      });
      const allowed = (preflight.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/);
      // Chromium lets the wildcard stand for `Authorization` as well.
      const isAllowed = allowed.includes('*') || unsafe.every((name) => allowed.includes(name));
      if (!preflight.ok || !admits(preflight, origin) || !isAllowed) throw new TypeError('Failed to fetch');
    }
    const response = await fetchUnguarded(input, { ...init, headers });
    if (!admits(response, origin)) throw new TypeError('Failed to fetch');
    return response;
  };
}

function admits(response: Response, origin: string): boolean {
  const allowed = response.headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}
