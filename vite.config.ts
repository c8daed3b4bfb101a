import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { databaseAssets } from './workers/database/data-directory-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [react(), databaseAssets()],
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
