import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/launch-options.ts';

/** Another one can be chosen where it is taken. */
const PORT = Number(process.env.E2E_PORT ?? 4173);

/** Starting Postgres and the model takes some seconds on two busy cores. */
const SLOW = 60_000;

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
    launchOptions: launchOptions(),
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '..',
    port: PORT,
    reuseExistingServer: false,
  },
});
