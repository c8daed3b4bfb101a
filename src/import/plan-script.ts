import { type ConvertedPiece, convertScript } from '../dialect/convert-script.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { splitStatements } from '../schema/split-statements.ts';
import { type Plan, PostgresPlanner, type Step } from './plan-step.ts';

/** What is to be run for each statement of a script, in the order in which it is to be run. */
export function planScript(script: string, dialect: Dialect): Step[] {
  if (dialect !== 'postgres') {
    return convertScript(script, dialect).map((piece) => ({
      line: piece.line,
      source: piece.source,
      plan: planOfConverted(piece),
    }));
  }
  const planner = new PostgresPlanner();
  return splitStatements(script).map((piece) => planner.plan(piece));
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
