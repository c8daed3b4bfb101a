/** Makes sure that the browser tests have a Chromium, or says how to get one. Run before Playwright. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

const HOW_TO_GET_ONE = `The browser tests need Chromium, and none was found. Any one of these gives them one:
  - set CHROMIUM_PATH to the executable of a Chrome or Chromium
  - install Google Chrome or Chromium, so that it is on the PATH (Debian: sudo apt-get install chromium)
  - npx playwright install chromium`;

function isThere(): boolean {
  const found = findChromium();
  return found !== undefined ? existsSync(found) : existsSync(chromium.executablePath());
}

/** Only where it needs nobody's consent: as root on Debian, which is to say in a container. */
function installFromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('No Chromium found; installing Debian’s.');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' });
}

if (!isThere()) installFromDebian();
if (!isThere()) {
  console.error(HOW_TO_GET_ONE);
  process.exit(1);
}
