/** Builds the harness page, serves it and opens it in headless Chromium. */
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { must } from '../../src/platform/assert.ts';
import { launchOptions } from '../support/launch-options.ts';
// For the type of `harness`, the global that the page sets.
import type {} from './main.ts';

const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));
/** WebGPU on the CPU; it has no `shader-f16`. */
export const SOFTWARE_WEBGPU_ARGS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

export interface OpenHarness {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly origin: string;
  close(): Promise<void>;
}

/** @param options.args further command line arguments of Chromium */
export async function openHarness({ args = [] }: { readonly args?: readonly string[] } = {}): Promise<OpenHarness> {
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG, preview: { port: 0 } });
  const browser = await chromium.launch(launchOptions(args));
  const context = await browser.newContext();
  // tsx wraps named functions in a helper, which functions given to `page.evaluate` take along without its definition.
  await context.addInitScript('globalThis.__name ??= (value) => value');
  const page = await context.newPage();
  const url = must(server.resolvedUrls?.local[0], 'an address of the preview server');
  await page.goto(url);
  await page.waitForFunction(() => 'harness' in globalThis);
  return {
    context,
    page,
    origin: new URL(url).origin,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
