/** `serve.ts <megabytes> <count> <bytes per second or 0>`: a hub in a process of its own. Prints the files as JSON. */
import { createHash } from 'node:crypto';
import type { DownloadFile, Place } from '../../src/downloads/contract.ts';
import { type HubContent, noiseOf } from '../../src/downloads/testing/hub-content.ts';
import { startHubServer } from '../../src/downloads/testing/hub-server.ts';

/** Downloaded side by side, by ours and by the plain fetch. */
const PARALLEL = 4;

const [megabytes = 64, count = 4, bytesPerSecond = 0] = process.argv.slice(2).map(Number);
const hub = await startHubServer();

function sha256Of(content: HubContent): string {
  const hash = createHash('sha256');
  for (let at = 0; at < content.size; ) {
    const bytes = content.read(at, content.size);
    hash.update(bytes);
    at += bytes.length;
  }
  return hash.digest('hex');
}

const files: DownloadFile[] = Array.from({ length: count }, (_, index) => {
  const content = noiseOf(megabytes * 1024 * 1024, index + 1);
  const behaviour = bytesPerSecond > 0 ? { bytesPerSecond: bytesPerSecond / Math.min(count, PARALLEL) } : {};
  const url = hub.add(`/file-${index}.bin`, content, behaviour);
  const place: Place = { kind: 'file', name: `bench-${index}` };
  return { name: `file ${index}`, urls: [url], sizeBytes: content.size, sha256: sha256Of(content), place };
});
process.stdout.write(`${JSON.stringify(files)}\n`);
