import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@electric-sql/pglite', '@wllama/wllama'] },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 7_000 },
  preview: { port: 4173, strictPort: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'workers/**/*.test.ts', 'models/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
