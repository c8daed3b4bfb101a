import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    reportCompressedSize: false,
    outDir: fileURLToPath(new URL('../../node_modules/.cache/download-bench', import.meta.url)),
    emptyOutDir: true,
  },
});
