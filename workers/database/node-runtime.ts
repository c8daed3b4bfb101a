/**
 * Node only: the files that Postgres starts from, made once per PGlite version and kept under `node_modules/.cache`.
 * The Vite plugin ships them gzipped; tests and command-line tools start Postgres from them directly.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import type { DatabaseRuntime } from '../../src/database/contract.ts';
import { EXTENSION_BUNDLES } from '../../src/import/shipped-extensions.ts';
import { must } from '../../src/platform/assert.ts';
import { START_PARAMETERS } from './start-parameters.ts';

/** Raised when what is put in the directory changes without a new PGlite. */
const DATA_DIRECTORY_REVISION = 3;

/** WAL segments of 1 MB instead of 16: a fresh directory then weighs 8 MB instead of 39. */
const INITDB_PARAMETERS = ['--wal-segsize=1'];

const require = createRequire(import.meta.url);
/** `dist`: the package's `exports` does not offer package.json itself. */
const pgliteFolder = path.dirname(require.resolve('@electric-sql/pglite'));

/** Bundles that come in packages of their own. */
const BUNDLE_PACKAGES: Readonly<Record<string, string>> = { vector: '@electric-sql/pglite-pgvector' };

export interface RuntimeFiles {
  /** The compiled Postgres, gzipped. */
  readonly postgres: string;
  /** Postgres' read-only files (time zones, text search, …), gzipped. */
  readonly files: string;
  /** An initialised, empty data directory: a gzipped tar. */
  readonly dataDirectory: string;
}

/** Paths of the three gzipped files that a page downloads; made first where the cache lacks them. */
export async function runtimeFiles(): Promise<RuntimeFiles> {
  const folder = await cacheFolder();
  // The ending is not `.gz`: some static servers would answer with `Content-Encoding: gzip` and unpack it on the way.
  const files: RuntimeFiles = {
    postgres: path.join(folder, 'postgres-wasm.bin'),
    files: path.join(folder, 'postgres-files.bin'),
    dataDirectory: path.join(folder, 'data-directory.bin'),
  };
  await makeOnce(files.postgres, async () => await gzipped(await readFile(path.join(pgliteFolder, 'pglite.wasm'))));
  await makeOnce(files.files, async () => await gzipped(await readFile(path.join(pgliteFolder, 'pglite.data'))));
  await makeOnce(files.dataDirectory, async () => await gzipped(await readFile(await dataDirectoryTar())));
  return files;
}

/** Paths of the gzipped bundles of the extensions, by name, to be downloaded when a script asks for one. */
export async function extensionFiles(): Promise<Readonly<Record<string, string>>> {
  const folder = await cacheFolder();
  const files: Record<string, string> = {};
  for (const bundle of EXTENSION_BUNDLES) {
    const file = path.join(folder, `extension-${bundle}.bin`);
    await makeOnce(file, async () => await readFile(bundleFile(bundle)));
    files[bundle] = file;
  }
  return files;
}

/** What a page hands to its worker, read from this machine's files: for tests and command-line tools. */
export async function nodeRuntime(): Promise<{ runtime: DatabaseRuntime; dataDirectory: Blob }> {
  const [postgres, files, dataDirectory] = await Promise.all([
    readFile(path.join(pgliteFolder, 'pglite.wasm')),
    readFile(path.join(pgliteFolder, 'pglite.data')),
    dataDirectoryTar().then((tar) => readFile(tar)),
  ]);
  const runtime = { postgres: await WebAssembly.compile(postgres), files: new Blob([files]) };
  return { runtime, dataDirectory: new Blob([dataDirectory]) };
}

/** A `LoadExtension` for tests and command-line tools: PGlite's own bundle, unpacked. */
export async function nodeExtension(bundle: string): Promise<Uint8Array> {
  return await promisify(gunzip)(await readFile(bundleFile(bundle)));
}

function bundleFile(bundle: string): string {
  const itsOwn = BUNDLE_PACKAGES[bundle];
  return path.join(itsOwn ? path.dirname(require.resolve(itsOwn)) : pgliteFolder, `${bundle}.tar.gz`);
}

async function dataDirectoryTar(): Promise<string> {
  const tar = path.join(await cacheFolder(), 'data-directory.tar');
  await makeOnce(tar, makeDataDirectory);
  return tar;
}

async function makeDataDirectory(): Promise<Uint8Array> {
  // Loaded here: every start of Vite imports this file, and PGlite is only needed when the cache is empty.
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({ initDbStartParams: INITDB_PARAMETERS, startParams: START_PARAMETERS });
  // One database is ever used; the two templates would triple the size.
  await database.exec(`UPDATE pg_database SET datistemplate = false WHERE datname LIKE 'template_'`);
  await database.exec('DROP DATABASE template0');
  await database.exec('DROP DATABASE template1');
  await database.exec('VACUUM FREEZE');
  // initdb leaves spare log segments behind, and a checkpoint only drops those before the current one.
  do {
    await database.exec('SELECT pg_switch_wal()');
    await database.exec('CHECKPOINT');
  } while (await hasSpareSegments(database));
  const tar = await database.dumpDataDir('none');
  const bytes = new Uint8Array(await tar.arrayBuffer());
  await database.close();
  return bytes;
}

async function hasSpareSegments(database: PGlite): Promise<boolean> {
  const current = 'pg_walfile_name(pg_current_wal_lsn())';
  const { rows } = await database.query(`SELECT FROM pg_ls_waldir() WHERE name > ${current}`);
  return rows.length > 0;
}

async function cacheFolder(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(pgliteFolder, '../package.json'), 'utf8'));
  const modules = must(/^.*?node_modules/.exec(pgliteFolder)?.[0], 'PGlite inside node_modules');
  const folder = path.join(modules, '.cache', 'expert-sql', `pglite-${version}-${DATA_DIRECTORY_REVISION}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Runs `make` unless the file exists. The rename keeps a half-written file from ever being read. */
async function makeOnce(file: string, make: () => Promise<Uint8Array>): Promise<void> {
  if (await stat(file).catch(() => undefined)) return;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, await make());
  await rename(draft, file);
}

async function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  return await promisify(gzip)(bytes, { level: 9 });
}
