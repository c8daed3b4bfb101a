import { Cursor } from '../lexer/cursor.ts';
import { tokenize } from '../lexer/lexer.ts';
import { LEXICAL_RULES } from '../lexer/rules.ts';
import { guardedStatement } from '../statements/conditional.ts';
import { type SourceStatement, splitScript } from './split-script.ts';

/** Blocks inside blocks that are looked into. */
const MAX_DEPTH = 20;

/**
 * The statements of blocks that run whatever happens (BEGIN … END, BEGIN TRY … END TRY), and those of a block that
 * only asks whether something is there yet: each of the latter keeps the question in front of it.
 */
export function withoutBlocks(statements: readonly SourceStatement[], depth = 0): readonly SourceStatement[] {
  if (depth >= MAX_DEPTH) return statements;
  return statements.flatMap((statement) => {
    const block = readBlock(statement.text);
    if (!block) return [statement];
    const inner = splitScript(block.text, 'tsql');
    if (inner.length === 0 || (block.condition !== '' && inner.length < 2)) return [statement];
    const firstLine = statement.line + lineBreaks(statement.text.slice(0, statement.text.indexOf(block.text)));
    const moved = inner.map((part) => ({
      ...part,
      text: block.condition === '' ? part.text : `${block.condition} ${part.text}`,
      line: part.line + firstLine - 1,
    }));
    return withoutBlocks(moved, depth + 1);
  });
}

interface Block {
  readonly condition: string;
  readonly text: string;
}

function readBlock(text: string): Block | undefined {
  if (!/^(?:begin|if)\b/i.test(text)) return undefined;
  const cursor = new Cursor(text, tokenize(text, LEXICAL_RULES.tsql), LEXICAL_RULES.tsql);
  if (cursor.word() === 'if') {
    const guarded = guardedStatement(cursor);
    return guarded?.isBlock ? guarded : undefined;
  }
  cursor.take();
  if (/^(?:tran|transaction|distributed|catch|dialog|conversation|atomic)$/.test(cursor.word())) return undefined;
  cursor.accept('try');
  const from = cursor.index;
  const last = cursor.tokens.findLastIndex((token) => token.kind === 'word' && token.text.toLowerCase() === 'end');
  return last > from ? { condition: '', text: cursor.textBetween(from, last) } : undefined;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
