import type { GrammarDialect } from '../../src/engine/contract.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import type { Grammar } from '../../src/grammar/rule-tree.ts';
import { unreachable } from '../../src/platform/assert.ts';
import { AppError, cancelled, toErrorData } from '../../src/platform/errors.ts';
import { LruCache } from '../../src/platform/lru-cache.ts';
import type { SmartQueryResult } from '../../src/schema/smart-query/read-result.ts';
import type { ParserOptions } from '../../src/sql/parse-sql.ts';
import type {
  ExplainRequest,
  Explanation,
  FriendlyRequest,
  GrammarRequest,
  GrammarText,
  NamedTable,
  PreviewRequest,
  SqlToolsContract,
  TablesUsedRequest,
} from '../../src/sql-tools/contract.ts';
import type { Explainer } from '../../src/sql-tools/explain/explain.ts';
import type { ReadProgress } from '../../src/tabular/pacing.ts';
import type { TabularPreview } from '../../src/tabular/preview-model.ts';
import { grammarKey } from './grammar-key.ts';

/**
 * Of all texts that are kept. One over 12 tables has 28 kB, one over 200 with writes 230 kB, and each is built again in
 * a tenth of a second: this is for going back and forth between some schemas and both dialects.
 */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/** Somebody looks at one grammar, and perhaps at the one before. */
const MAX_EXPLAINERS = 2;

export interface SqlToolsOptions {
  readonly maxKeptBytes?: number;
  readonly parser?: ParserOptions;
}

/** The tools behind the contract. */
export class SqlTools implements SqlToolsContract {
  readonly #grammars: LruCache<Omit<GrammarText, 'fromCache'>>;
  readonly #explainers = new LruCache<Explainer>({ maxSize: MAX_EXPLAINERS });
  readonly #parser: ParserOptions;

  constructor({ maxKeptBytes = MAX_KEPT_BYTES, parser = {} }: SqlToolsOptions = {}) {
    this.#grammars = new LruCache({ maxSize: maxKeptBytes });
    this.#parser = parser;
  }

  async grammar(request: GrammarRequest): Promise<GrammarText> {
    const key = await grammarKey(request);
    const kept = this.#grammars.get(key);
    if (kept) return { ...kept, fromCache: true };
    const started = performance.now();
    const { schema, dialect, options = {} } = request;
    const grammar = buildGrammar(schema, options);
    const text = print(grammar, dialect);
    const built = {
      text,
      key,
      bytes: new TextEncoder().encode(text).length,
      rules: grammar.rules.length,
      tables: (options.tables ?? schema.tables).length,
      buildMilliseconds: performance.now() - started,
    };
    this.#grammars.set(key, built, built.bytes);
    return { ...built, fromCache: false };
  }

  async explain({ sql, schema, options = {} }: ExplainRequest, signal: AbortSignal): Promise<Explanation> {
    const { Explainer } = await this.#parserTools();
    const key = await grammarKey({ schema, dialect: 'gbnf', options });
    // Those who type faster than this works have withdrawn it by now: their message comes with the next task.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw cancelled();
    const explainer = this.#explainers.get(key) ?? new Explainer(schema, options);
    this.#explainers.set(key, explainer, 1);
    return explainer.explain(sql);
  }

  async friendly(request: FriendlyRequest): Promise<string> {
    const { provenFriendlySql } = await this.#parserTools();
    return await provenFriendlySql(request);
  }

  async tablesUsed({ sql, schema }: TablesUsedRequest): Promise<readonly NamedTable[]> {
    const { tablesUsed } = await this.#parserTools();
    return tablesUsed(sql, schema);
  }

  async previewFile(
    { name, file, choices }: PreviewRequest,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<TabularPreview> {
    const { previewTabular } = await import('../../src/tabular/preview.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await previewTabular({ name, bytes }, choices, { onProgress, signal });
  }

  async smartQueryResult(pasted: string): Promise<SmartQueryResult> {
    const { readSmartQueryResult } = await import('../../src/schema/smart-query/read-result.ts');
    return readSmartQueryResult(pasted);
  }

  async warmUp(): Promise<void> {
    const { warmUp } = await this.#parserTools();
    await warmUp();
  }

  async #parserTools(): Promise<typeof import('./parser-tools.ts')> {
    try {
      const tools = await import('./parser-tools.ts');
      await tools.loadParser(this.#parser);
      return tools;
    } catch (thrown) {
      throw new AppError({
        code: 'internal',
        message: 'Postgres’ parser could not be loaded.',
        hint: 'Check the connection and try again.',
        cause: toErrorData(thrown),
      });
    }
  }
}

function print(grammar: Grammar, dialect: GrammarDialect): string {
  switch (dialect) {
    case 'gbnf':
      return printGbnf(grammar);
    case 'ebnf':
      return printEbnf(grammar);
    default:
      return unreachable(dialect);
  }
}
