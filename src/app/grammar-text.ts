import type { GrammarDialect } from '../engine/contract.ts';
import { unreachable } from '../platform/assert.ts';
import type { Schema } from '../schema/model.ts';

/** The grammar of queries over `schema`, as the engine's own notation. Fetched on first use, after first paint. */
export async function grammarText(schema: Schema, dialect: GrammarDialect): Promise<string> {
  const { buildGrammar } = await import('../grammar/build-grammar.ts');
  const grammar = buildGrammar(schema);
  switch (dialect) {
    case 'gbnf':
      return (await import('../grammar/print-gbnf.ts')).printGbnf(grammar);
    case 'ebnf':
      return (await import('../grammar/print-ebnf.ts')).printEbnf(grammar);
    default:
      return unreachable(dialect);
  }
}
