/**
 * Grammars on WebLLM, compiled before they are asked for and kept within a limit. The library offers neither: it compiles
 * when a request comes, and keeps every grammar it ever compiled in a heap that never shrinks. So this file, like
 * `checked-logits-webllm.ts`, reaches for parts of 0.2.86 that are not its interface: the pipeline of the loaded model,
 * the method with which that readies its grammar matcher, and its grammar compiler (xgrammar 0.1.27), which one of ours
 * replaces.
 */
import type { GrammarPreparation } from '../../src/engine/contract.ts';
import { AppError } from '../../src/platform/errors.ts';
import { LruCache } from '../../src/platform/lru-cache.ts';

/**
 * Characters of all grammars that are kept compiled. Over Qwen's 151,936 tokens each becomes 160 to 280 bytes, so these
 * are some 60 MB: nine schemas of 12 tables, or two of 200.
 */
const MAX_KEPT_CHARACTERS = 256 * 1024;

/** With the first grammar the library makes its table of tokens and its compiler. */
const FIRST_GRAMMAR = 'root ::= "a"';

export class WebLlmGrammars {
  readonly #pipeline: Pipeline;
  readonly #compiler: KeepingCompiler;

  private constructor(pipeline: Pipeline, compiler: KeepingCompiler) {
    this.#pipeline = pipeline;
    this.#compiler = compiler;
  }

  /**
   * Takes over the grammars of the model that `engine`, an `MLCEngine`, has loaded.
   *
   * @throws AppError `internal` when the library is not made as 0.2.86 is
   */
  static async of(engine: object, maxKeptCharacters = MAX_KEPT_CHARACTERS): Promise<WebLlmGrammars> {
    const pipeline = pipelineOf(engine);
    await readyMatcher(pipeline, FIRST_GRAMMAR);
    const library = part<Compiler>(pipeline.grammarCompiler, 'grammarCompiler', ['dispose']);
    const compilers = part<CompilerClass>(library.constructor, 'GrammarCompiler', ['createGrammarCompiler']);
    const compiler = await compilers.createGrammarCompiler(pipeline.xgTokenizerInfo, false);
    library.dispose();
    const keeping = new KeepingCompiler(compiler, await grammarClassOf(compiler), maxKeptCharacters);
    pipeline.grammarCompiler = keeping;
    return new WebLlmGrammars(pipeline, keeping);
  }

  /** Afterwards a request with the same text finds its matcher there. Must not run beside a request. */
  async prepare(grammar: string): Promise<GrammarPreparation> {
    const fromCache = this.#compiler.keeps(grammar);
    const started = performance.now();
    await readyMatcher(this.#pipeline, grammar);
    if (!this.#compiler.keeps(grammar)) throw missing('a use of grammarCompiler');
    return { kind: 'compiled', fromCache, compileMilliseconds: performance.now() - started };
  }
}

/** Stands in for the pipeline's compiler: it answers the same calls, and owns what it compiles. */
class KeepingCompiler {
  readonly #compiler: Compiler;
  readonly #grammars: GrammarClass;
  readonly #kept: LruCache<CompiledGrammar>;

  constructor(compiler: Compiler, grammars: GrammarClass, maxKeptCharacters: number) {
    this.#compiler = compiler;
    this.#grammars = grammars;
    this.#kept = new LruCache({ maxSize: maxKeptCharacters, onEvict: (compiled) => compiled.dispose() });
  }

  keeps(grammar: string): boolean {
    return this.#kept.has(grammar);
  }

  /** A loan: the pipeline makes a matcher of it, which itself holds on to what it needs, and then disposes of it. */
  async compileGrammar(grammar: string): Promise<Loan> {
    const compiled = this.#kept.get(grammar) ?? (await this.#compile(grammar));
    return { handle: compiled.handle, tokenizerInfo: () => compiled.tokenizerInfo(), dispose: () => undefined };
  }

  dispose(): void {
    this.#kept.clear();
    this.#compiler.dispose();
  }

  async #compile(grammar: string): Promise<CompiledGrammar> {
    // Given a text, the library parses it in the same way and never frees what comes out: 0.9 MB for 200 tables.
    const parsed = await this.#grammars.fromEBNF(grammar);
    try {
      const compiled = await this.#compiler.compileGrammar(parsed);
      this.#kept.set(grammar, compiled, grammar.length);
      return compiled;
    } finally {
      parsed.dispose();
    }
  }
}

interface Disposable {
  dispose(): void;
}

interface Loan extends Disposable {
  /** Of the C++ object. */
  readonly handle: unknown;
  tokenizerInfo(): unknown;
}

interface CompiledGrammar extends Loan {
  grammar(): Disposable;
}

interface Compiler extends Disposable {
  compileGrammar(grammar: string | Disposable): Promise<CompiledGrammar>;
}

interface CompilerClass {
  createGrammarCompiler(tokenizerInfo: unknown, cacheEnabled: boolean): Promise<Compiler>;
}

interface GrammarClass {
  fromEBNF(text: string): Promise<Disposable>;
}

interface Pipeline {
  /** Made with the first grammar, as is the compiler. */
  readonly xgTokenizerInfo: unknown;
  grammarCompiler: unknown;
  prepareGrammarMatcherForSampling(config: {
    readonly response_format: { readonly type: 'grammar'; readonly grammar: string };
  }): Promise<void> | undefined;
}

function pipelineOf(engine: object): Pipeline {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  if (!(pipelines instanceof Map)) throw missing('loadedModelIdToPipeline');
  const [pipeline] = pipelines.values();
  return part<Pipeline>(pipeline, 'LLMChatPipeline', ['prepareGrammarMatcherForSampling']);
}

async function readyMatcher(pipeline: Pipeline, grammar: string): Promise<void> {
  await pipeline.prepareGrammarMatcherForSampling({ response_format: { type: 'grammar', grammar } });
}

/** The library does not export it; a compiled grammar leads to it. */
async function grammarClassOf(compiler: Compiler): Promise<GrammarClass> {
  const compiled = part<CompiledGrammar>(
    await part<Compiler>(compiler, 'GrammarCompiler', ['compileGrammar', 'dispose']).compileGrammar(FIRST_GRAMMAR),
    'CompiledGrammar',
    ['grammar', 'tokenizerInfo', 'dispose'],
  );
  const grammar = part<Disposable>(compiled.grammar(), 'Grammar', ['dispose']);
  grammar.dispose();
  compiled.dispose();
  return part<GrammarClass>(grammar.constructor, 'Grammar', ['fromEBNF']);
}

/** `value`, found in the library under `name`, once it is seen to have the methods that are called here. */
function part<Part>(value: unknown, name: string, methods: readonly (keyof Part & string)[]): Part {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject) throw missing(name);
  for (const method of methods) {
    if (typeof Reflect.get(value, method) !== 'function') throw missing(`${name}.${method}`);
  }
  return value as Part;
}

function missing(what: string): AppError {
  return new AppError({
    code: 'internal',
    message: `This version of WebLLM has no ${what}, which 0.2.86 has: the grammar cannot be prepared.`,
  });
}
