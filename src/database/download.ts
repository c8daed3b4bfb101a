/// <reference path="./assets.d.ts" />
import * as assets from 'virtual:database-assets';
import { must } from '../platform/assert.ts';
import { AppError, toErrorData } from '../platform/errors.ts';
import type { DatabaseRuntime, OpenProgress } from './contract.ts';

/** What every worker starts from, kept in the page so that a restart downloads and compiles nothing. */
export interface LoadedRuntime {
  readonly runtime: DatabaseRuntime;
  /** The build's empty data directory: an uncompressed tar. */
  readonly dataDirectory: Blob;
}

/** Downloads what Postgres is made of, some 7 MB, and compiles it while it arrives. */
export async function downloadRuntime(onProgress: (progress: OpenProgress) => void): Promise<LoadedRuntime> {
  const parts = [assets.postgres, assets.files, assets.dataDirectory];
  const totalBytes = parts.reduce((total, part) => total + part.bytes, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ phase: 'download', loadedBytes, totalBytes });
  };
  const download = async (asset: typeof assets.postgres, type: string) => await gunzipped(asset.url, type, onBytes);
  const [postgres, files, dataDirectory] = await Promise.all([
    WebAssembly.compileStreaming(download(assets.postgres, 'application/wasm')),
    download(assets.files, 'application/octet-stream').then((response) => response.blob()),
    download(assets.dataDirectory, 'application/x-tar').then((response) => response.blob()),
  ]);
  return { runtime: { postgres, files }, dataDirectory };
}

/** Downloads the files of an extension, some 10 kB (1 MB of pgcrypto). */
export async function downloadExtension(bundle: string): Promise<Uint8Array> {
  const asset = must(assets.extensions[bundle], `a bundle called ${bundle}`);
  const response = await gunzipped(asset.url, 'application/x-tar', () => undefined);
  return new Uint8Array(await response.arrayBuffer());
}

/** The unpacked form of a gzip file, as a response. The file is not served as gzip: few static hosts would do that. */
async function gunzipped(url: string, type: string, onBytes: (bytes: number) => void): Promise<Response> {
  const response = await fetch(url).catch((thrown) => {
    throw downloadFailed(url, toErrorData(thrown).message);
  });
  if (!response.ok || !response.body) throw downloadFailed(url, `${response.status} ${response.statusText}`);
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const unpacked = response.body.pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked, { headers: { 'Content-Type': type } });
}

function downloadFailed(url: string, reason: string): AppError {
  return new AppError({
    code: 'database/start-failed',
    message: `A part of the database could not be downloaded (${reason}).`,
    hint: 'Check the connection and try again.',
    details: { url },
  });
}
