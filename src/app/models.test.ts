import { describe, expect, it } from 'vitest';
import { EngineClient } from '../engine/client.ts';
import type { GrammarPreparation } from '../engine/contract.ts';
import { Models } from './models.ts';

/** An engine that compiles each grammar in as many milliseconds as it has characters, and keeps it. */
class KeepingClient extends EngineClient {
  readonly #kept = new Set<string>();

  override async prepareGrammar(grammar: string): Promise<GrammarPreparation> {
    const fromCache = this.#kept.has(grammar);
    this.#kept.add(grammar);
    return { kind: 'compiled', fromCache, compileMilliseconds: fromCache ? 0.1 : grammar.length };
  }
}

describe('preparing a grammar', () => {
  it('tells how long it took when it was compiled, however often it is asked for', async () => {
    const models = new Models(new KeepingClient());
    const { signal } = new AbortController();
    await models.engine.prepareGrammar('root ::= "a"', signal);
    expect(await models.prepareGrammar('root ::= "a"', signal)).toEqual({
      kind: 'compiled',
      fromCache: true,
      compileMilliseconds: 12,
    });
    expect(await models.prepareGrammar('root ::= "bc"', signal)).toMatchObject({
      fromCache: false,
      compileMilliseconds: 13,
    });
  });
});
