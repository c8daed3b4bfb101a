import { type ConvertedPiece, convertScript } from '../dialect/convert-script.ts';
import type { Dialect, ForeignDialect } from '../dialect/dialect.ts';
import { Lexer } from '../dialect/lexer/lexer.ts';
import { LEXICAL_RULES } from '../dialect/lexer/rules.ts';
import { LineCounter } from '../schema/split-statements/line-counter.ts';
import { splitStatements } from '../schema/split-statements.ts';
import { type Plan, PostgresPlanner, type Step } from './plan-step.ts';

/** What is to be run for each statement of a script, in the order in which it is to be run. */
export function planScript(script: string, dialect: Dialect): Step[] {
  if (dialect !== 'postgres') {
    const steps = convertScript(script, dialect).map((piece) => ({
      line: piece.line,
      source: piece.source,
      plan: planOfConverted(piece),
    }));
    return [...steps, ...unclosedComment(script, dialect)];
  }
  const planner = new PostgresPlanner();
  return splitStatements(script).map((piece) => planner.plan(piece));
}

/** A comment that takes the rest of the script with it, which the converters pass over like any other. */
function unclosedComment(script: string, dialect: ForeignDialect): Step[] {
  if (script.lastIndexOf('/*') <= script.lastIndexOf('*/')) return [];
  const lexer = new Lexer(script, LEXICAL_RULES[dialect]);
  let mark = '';
  while (lexer.next()) mark = lexer.kind === 'comment' ? script.slice(lexer.start, lexer.start + 2) : '';
  if (mark !== '/*') return [];
  const line = new LineCounter(script).at(lexer.start);
  return [{ line, source: script.slice(lexer.start), plan: { kind: 'unclosed', mark, line } }];
}

function planOfConverted({ line, source, outcome }: ConvertedPiece): Plan {
  if (outcome.kind === 'skipped') return { kind: 'skip', reason: outcome.reason };
  const { statements, notes } = outcome;
  // What was converted has the lines of its conversion, which the script does not know.
  const pieces = statements.flatMap((sql) =>
    splitStatements(sql).flatMap((piece) => (piece.kind === 'sql' ? [{ ...piece, line }] : [])),
  );
  const isRewritten = pieces.length !== 1 || pieces[0]?.text !== source;
  return { kind: 'run', pieces, notes, isRewritten, hasScriptLines: !isRewritten };
}
