import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { baseUrlOf } from '../../../src/engine/openai-settings.ts';
import { describeServer } from './describe-server.ts';
import { SERVER_LIMITS, serverOf } from './server.ts';
import { never, serve } from './testing/ask.ts';

const LIMITS = { ...SERVER_LIMITS, lookUpMilliseconds: 300, jsonBytes: 2 ** 20 };

function describeAt(address: string, key: string | null = null) {
  return describeServer(serverOf({ baseUrl: baseUrlOf(address), key, flavour: null }, LIMITS), never());
}

describe('describeServer', () => {
  it.each([
    ['vllm', '0.26.0', 8192],
    ['llama.cpp', 'b9455-1a2b3c4', 4096],
    ['ollama', '0.33.0', null],
    ['other', null, null],
  ] as const)('knows %s, its version and its models', async (flavour, version, contextTokens) => {
    const server = await serve({ flavour, models: ['a', 'b'], key: 'k' });
    const description = await describeAt(server.address, 'k');
    expect(description).toMatchObject({ flavour, version });
    expect(description.models.map((model) => [model.name, model.contextTokens])).toEqual([
      ['a', contextTokens],
      ['b', contextTokens],
    ]);
  });

  it('knows an Ollama without models', async () => {
    const server = await serve({ flavour: 'ollama', models: [] });
    expect(await describeAt(server.address)).toEqual({ flavour: 'ollama', version: '0.33.0', models: [] });
  });

  it('goes by the owner of the models where a proxy lets nothing else through', async () => {
    const address = await serveBodies({ '/v1/models': '{"data":[{"id":"expert","owned_by":"llamacpp"}]}' });
    expect(await describeAt(address)).toMatchObject({ flavour: 'llama.cpp', version: null });
  });

  it('does without a list where the server is known otherwise', async () => {
    const address = await serveBodies({ '/version': '{"version":"0.11.0"}' });
    expect(await describeAt(address)).toEqual({ flavour: 'vllm', version: '0.11.0', models: [] });
  });

  it.each([
    ['a server of pages', { '/v1/models': '<!doctype html>' }, 'an HTML page'],
    ['other JSON', { '/v1/models': '{"models":[]}' }, 'something else than a list of models'],
    ['nothing at all', {}, 'status 404'],
    ['too much', { '/v1/models': `{"data":[],"x":"${'x'.repeat(2 ** 20)}"}` }, 'more than 1 MiB'],
  ] as const)('tells that it found %s', async (_, bodies, what) => {
    const address = await serveBodies(bodies);
    await expect(describeAt(address)).rejects.toMatchObject({
      code: 'server/not-openai',
      message: expect.stringContaining(what),
    });
  });

  it('does not wait for ever', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await expect(describeAt(`http://127.0.0.1:${address.port}`)).rejects.toMatchObject({ code: 'server/timeout' });
    silent.closeAllConnections();
    silent.close();
  });
});

async function serveBodies(bodies: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const body = bodies[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}
