import { defineConfig } from '@playwright/test';
import { findChromium } from './support/find-chromium.ts';

const PORT = 4173;

/** Starting Postgres and the model takes some seconds on two busy cores. */
const SLOW = 60_000;

const executablePath = findChromium();

/** A person's journeys through the production build: run `vite build` first. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 2 * SLOW,
  expect: { timeout: SLOW },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        // Chromium's sandbox refuses to run as root, which is who runs in containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '..',
    port: PORT,
    reuseExistingServer: false,
  },
});
