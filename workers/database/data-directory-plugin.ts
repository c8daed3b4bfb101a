/**
 * Vite plugin behind `virtual:database-assets`: the three gzipped files that Postgres starts from and the bundles of
 * its extensions, as hashed assets with their sizes. initdb runs on the machine that builds, never on a visitor's.
 */

import { stat } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { extensionFiles, runtimeFiles } from './node-runtime.ts';

const VIRTUAL_MODULE = 'virtual:database-assets';

export function databaseAssets(): Plugin {
  return {
    name: 'database-assets',
    enforce: 'pre',
    async buildStart() {
      // Made before the first request, and before tests start in parallel.
      await runtimeFiles();
    },
    resolveId(source) {
      return source === VIRTUAL_MODULE ? `\0${VIRTUAL_MODULE}` : undefined;
    },
    async load(id) {
      if (id !== `\0${VIRTUAL_MODULE}`) return undefined;
      const lines: string[] = [];
      for (const [name, file] of Object.entries(await runtimeFiles())) {
        const { size } = await stat(file);
        lines.push(`import ${name}Url from ${JSON.stringify(`${file}?url`)};`);
        lines.push(`export const ${name} = { url: ${name}Url, bytes: ${size} };`);
      }
      const entries: string[] = [];
      for (const [index, [name, file]] of Object.entries(await extensionFiles()).entries()) {
        const { size } = await stat(file);
        lines.push(`import extension${index} from ${JSON.stringify(`${file}?url`)};`);
        entries.push(`${JSON.stringify(name)}: { url: extension${index}, bytes: ${size} }`);
      }
      lines.push(`export const extensions = { ${entries.join(', ')} };`);
      return lines.join('\n');
    },
    transform(code, id) {
      if (!id.includes('@electric-sql/pglite/dist/')) return undefined;
      // PGlite's own fallback downloads. The page always hands these over, so they must not be in the build twice,
      // and initdb not at all.
      return {
        code: code.replace(
          /new URL\("(?:\.\/)?(?:pglite\.wasm|pglite\.data|initdb\.wasm)",\s*import\.meta\.url\)/g,
          'new URL("about:blank")',
        ),
        map: null,
      };
    },
  };
}
