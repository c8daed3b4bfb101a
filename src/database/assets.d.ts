/** Made by `workers/database/data-directory-plugin.ts`: what Postgres starts from, as hashed gzip files. */
declare module 'virtual:database-assets' {
  interface Asset {
    readonly url: string;
    /** Size of the gzip file. */
    readonly bytes: number;
  }
  export const postgres: Asset;
  export const files: Asset;
  export const dataDirectory: Asset;
  /** Bundles of extensions, by name. */
  export const extensions: Readonly<Record<string, Asset>>;
}
