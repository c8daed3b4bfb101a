/**
 * A page with nothing on it but the product's clients, for tests that drive the real workers in a browser: built by
 * `vite.config.ts` beside it, never part of the product's build.
 */
import { DatabaseClient } from '../../src/database/client.ts';
import { DownloadClient } from '../../src/downloads/client.ts';
import { MODEL_CATALOGUE } from '../../src/engine/catalogue.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { probeWebGpu } from '../../src/engine/probe-webgpu.ts';
import { SqlToolsClient } from '../../src/sql-tools/client.ts';
import { acceptedByLlama, takenByLlama } from './accepts.ts';

const clients = {
  catalogue: MODEL_CATALOGUE,
  /** One of each, for tests that need no more; the classes are for those that want a fresh worker. */
  engine: new EngineClient(),
  database: new DatabaseClient(),
  sqlTools: new SqlToolsClient(),
  downloads: new DownloadClient(),
  EngineClient,
  DatabaseClient,
  DownloadClient,
  probeWebGpu,
  acceptedByLlama,
  takenByLlama,
};

declare global {
  /** Set by the harness page. */
  var harness: typeof clients;
}

globalThis.harness = clients;
