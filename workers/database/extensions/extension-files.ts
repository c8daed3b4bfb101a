import type { PGlite } from '@electric-sql/pglite';
import type { LoadExtension } from '../../../src/database/contract.ts';
import { bundlesOf } from '../../../src/import/shipped-extensions.ts';
import { AppError, toErrorData } from '../../../src/platform/errors.ts';
import { simpleQuery } from '../protocol.ts';
import { untar } from './untar.ts';

/**
 * The files of extensions, put beside Postgres' own when they are needed: control files and scripts for CREATE
 * EXTENSION, and the compiled library. They are no part of a data directory, so a restored one needs them again.
 */
export class ExtensionFiles {
  readonly #database: PGlite;
  readonly #load: LoadExtension | undefined;
  readonly #present = new Map<string, Promise<void>>();

  constructor(database: PGlite, load: LoadExtension | undefined) {
    this.#database = database;
    this.#load = load;
  }

  /** Makes an extension available; does nothing for one that is not shipped, which Postgres then refuses. */
  async provide(extension: string): Promise<void> {
    for (const bundle of bundlesOf(extension)) await this.#provideBundle(bundle);
  }

  /** For a data directory in which extensions have been created. */
  async provideInstalled(): Promise<void> {
    const { rows } = await simpleQuery(this.#database, 'SELECT extname FROM pg_extension');
    for (const [name] of rows) await this.provide(name ?? '');
  }

  async #provideBundle(bundle: string): Promise<void> {
    const load = this.#load;
    if (!load) return;
    const present = this.#present.get(bundle) ?? load(bundle).then((archive) => this.#install(archive));
    this.#present.set(bundle, present);
    // A download that failed is tried again.
    present.catch(() => this.#present.delete(bundle));
    try {
      await present;
    } catch (thrown) {
      const cause = toErrorData(thrown);
      throw new AppError({
        code: cause.code,
        message: `The files of the extension could not be loaded: ${cause.message}`,
        hint: 'Check the connection and try again.',
        cause,
      });
    }
  }

  async #install(archive: Uint8Array): Promise<void> {
    const { FS, WASM_PREFIX } = this.#database.Module;
    for (const { path, isFolder, data } of untar(archive)) {
      const target = `${WASM_PREFIX}/${path}`;
      const folder = target.slice(0, target.lastIndexOf('/'));
      if (!FS.analyzePath(folder).exists) FS.mkdirTree(folder);
      if (isFolder) continue;
      if (target.endsWith('.so')) await this.#installLibrary(folder, target.slice(folder.length + 1), data);
      else FS.writeFile(target, data);
    }
  }

  /** Compiled ahead and without holding the thread up; Postgres then finds the module when it opens the file. */
  async #installLibrary(folder: string, name: string, data: Uint8Array): Promise<void> {
    const { FS } = this.#database.Module;
    await new Promise<void>((resolve, reject) => {
      const failed = () => reject(new Error(`${name} could not be compiled`));
      FS.createPreloadedFile(folder, name, data, true, true, resolve, failed, false);
    });
  }
}
