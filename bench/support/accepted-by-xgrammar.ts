import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import type { Grammar } from '../../src/grammar/rule-tree.ts';
import { loadXGrammar } from './load-xgrammar.ts';

const STOP_TOKEN = 0;

/** The texts that xgrammar's matcher takes to their end, where it takes the stop token. */
export async function acceptedByXGrammar(grammar: Grammar, texts: readonly string[]): Promise<string[]> {
  const { TokenizerInfo, GrammarCompiler, GrammarMatcher } = loadXGrammar();
  const tokenizer = await TokenizerInfo.createTokenizerInfo(['<stop>', 'a'], 'raw', false, 2, [STOP_TOKEN]);
  const compiler = await GrammarCompiler.createGrammarCompiler(tokenizer, false);
  const compiled = await compiler.compileGrammar(printEbnf(grammar), grammar.root);
  const matcher = await GrammarMatcher.createGrammarMatcher(compiled);
  const accepted = texts.filter((text) => {
    matcher.reset();
    return matcher._acceptString(text) && matcher.acceptToken(STOP_TOKEN);
  });
  for (const handle of [matcher, compiled, compiler, tokenizer]) handle.dispose();
  return accepted;
}
