/**
 * Postgres' own parser (libpg-query, PostgreSQL 18). This is the one file that takes its trees in: they are JSON, and
 * their types are the package's.
 */
import type { Node, ParseResult } from 'libpg-query';
import type { ParserModule } from 'libpg-query/wasm/libpg-query.js';
import { must } from '../platform/assert.ts';
import { AppError, toErrorData } from '../platform/errors.ts';
import { SourceText } from './source-text.ts';

export interface ParserOptions {
  /** Where `libpg-query.wasm` is served. Node finds the file by itself. */
  readonly wasmUrl?: string;
}

export interface ParsedStatement {
  readonly statement: Node;
  readonly text: SourceText;
}

/** Offsets of the pointers in the structure that the parser returns. */
const TREE = 0;
const ERROR = 8;
/** Offsets in its error. */
const ERROR_MESSAGE = 0;
const ERROR_POSITION = 16;

let parser: ParserModule | undefined;
let loading: Promise<void> | undefined;

/**
 * Loads the parser, which what else this folder exports needs. When it is there, nothing happens: call it before each
 * use, since a statement that is too deep for the parser's stack takes the parser down with it.
 */
export async function loadParser(options: ParserOptions = {}): Promise<void> {
  if (parser) return;
  loading ??= load(options).finally(() => {
    loading = undefined;
  });
  await loading;
}

async function load({ wasmUrl }: ParserOptions): Promise<void> {
  const { default: createParser } = await import('libpg-query/wasm/libpg-query.js');
  parser = await createParser(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
}

/** The tree of the one statement in `sql`. Throws `sql/syntax` or `sql/several-statements`, with the position. */
export function parseStatement(sql: string): ParsedStatement {
  const text = new SourceText(sql);
  const statements = parseScript(text);
  const [first, second] = statements;
  if (second) {
    throw new AppError({
      code: 'sql/several-statements',
      message: `There are ${statements.length} statements; one is expected.`,
      details: positionDetails(text.positionOfByte(startOf(text, second.stmt_location))),
    });
  }
  if (!first?.stmt) throw new AppError({ code: 'sql/syntax', message: 'There is no statement.' });
  return { statement: first.stmt, text };
}

function parseScript(text: SourceText): NonNullable<ParseResult['stmts']> {
  const running = must(parser, 'a loaded parser');
  // A zero byte would end the text early, and the rest would go unread.
  const zero = text.sql.indexOf('\0');
  if (zero !== -1) throw syntaxError('a character that text cannot hold (U+0000)', zero + 1);
  const size = running.lengthBytesUTF8(text.sql) + 1;
  const input = running._malloc(size);
  let result = 0;
  try {
    running.stringToUTF8(text.sql, input, size);
    result = running._wasm_parse_query_raw(input);
    const error = running.getValue(result + ERROR, 'i32');
    if (error !== 0) {
      const message = running.UTF8ToString(running.getValue(error + ERROR_MESSAGE, 'i32'));
      throw syntaxError(message, text.positionOfCharacter(running.getValue(error + ERROR_POSITION, 'i32')));
    }
    const tree = JSON.parse(running.UTF8ToString(running.getValue(result + TREE, 'i32'))) as ParseResult;
    return tree.stmts ?? [];
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    // What it held when its stack overflowed is never given back.
    parser = undefined;
    throw new AppError({
      code: 'sql/syntax',
      message: 'The statement is too deeply nested.',
      cause: toErrorData(thrown),
    });
  } finally {
    running._free(input);
    if (result !== 0) running._wasm_free_parse_result(result);
  }
}

/** Blanks before a statement are counted as its own. */
function startOf(text: SourceText, offset: number | undefined): number {
  const position = text.positionOfByte(offset) ?? 1;
  const blanks = /^(?:\s|--[^\n]*\n?|\/\*.*?\*\/)*/s.exec(text.sql.slice(position - 1))?.[0] ?? '';
  return (offset ?? 0) + new TextEncoder().encode(blanks).length;
}

function syntaxError(message: string, position: number): AppError {
  return new AppError({ code: 'sql/syntax', message, details: { position } });
}

export function positionDetails(position: number | undefined): Record<string, number> {
  return position === undefined ? {} : { position };
}
