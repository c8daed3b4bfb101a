import type { LaunchOptions } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

/** How every test and tool here starts Chromium; `args` are further command line arguments. */
export function launchOptions(args: readonly string[] = []): LaunchOptions {
  const executablePath = findChromium();
  return {
    ...(executablePath !== undefined && { executablePath }),
    args: [
      // Chromium's sandbox refuses to run as root, which is who runs in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Keeps Chromium from talking to its maker, so that every request seen is the page's.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  };
}
