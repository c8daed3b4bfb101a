/**
 * Every journey runs under these rules: no request leaves the page's own origin, nothing violates the content security
 * policy, and nothing throws. A test that provokes an error names it in `allowedErrors`.
 */
import { test as base, expect } from '@playwright/test';

interface Rules {
  /** Console errors and page errors that the test brings about. */
  readonly allowedErrors: RegExp | null;
}

export const test = base.extend<Rules & { rules: undefined }>({
  allowedErrors: [null, { option: true }],
  rules: [
    async ({ context, baseURL, allowedErrors }, use) => {
      const ownOrigin = new URL(baseURL ?? '').hostname;
      const broken: string[] = [];
      const isOwn = (url: URL) => /^(?:data|blob|about):$/.test(url.protocol) || url.hostname === ownOrigin;
      await context.route(
        (url) => !isOwn(url),
        async (route) => {
          broken.push(`request to ${route.request().url()}`);
          await route.abort();
        },
      );
      context.on('request', (request) => {
        if (!isOwn(new URL(request.url()))) broken.push(`request to ${request.url()}`);
      });
      const note = (kind: string, text: string) => {
        if (!allowedErrors?.test(text)) broken.push(`${kind}: ${text}`);
      };
      context.on('console', (message) => {
        if (message.type() === 'error') note('console', message.text());
      });
      context.on('weberror', (error) => note('page', error.error().message));
      await use(undefined);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
