import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { databaseAssets } from './workers/database/data-directory-plugin.ts';

/** In development Vite and React inject inline scripts and styles, which the page's own policy forbids. */
const withoutPolicyInDevelopment: Plugin = {
  name: 'without-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  base: './',
  plugins: [react(), databaseAssets(), withoutPolicyInDevelopment],
  worker: { format: 'es', plugins: () => [databaseAssets()] },
  optimizeDeps: { exclude: ['@electric-sql/pglite', '@wllama/wllama'] },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 7_000 },
  preview: { port: 4173, strictPort: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'workers/**/*.test.ts', 'models/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
