import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { databaseAssets } from '../../workers/database/data-directory-plugin.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [databaseAssets()],
  worker: { format: 'es', plugins: () => [databaseAssets()] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 7_000,
    reportCompressedSize: false,
    outDir: fileURLToPath(new URL('../../node_modules/.cache/harness', import.meta.url)),
    emptyOutDir: true,
  },
});
