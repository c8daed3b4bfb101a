import { textLiteral } from '../../../schema/names.ts';
import { type Expression, operand } from '../expression.ts';
import { type Done, done } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';

interface JsonAccess {
  readonly document: Expression;
  readonly path: Expression;
  /** The value as a text and not as JSON. */
  readonly asText: boolean;
}

const STEP = /\.(?:"([^"]*)"|([A-Za-z_$][\w$]*))|\[(\d+)\]/y;

/** `'$.items[0].name'` as the steps that it takes; undefined for wildcards and filters. */
export function stepsOf(path: string): string[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: string[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) return undefined;
    steps.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return steps;
}

export function jsonPath({ document, path, asText }: JsonAccess, rewriter: Rewriter): Done | undefined {
  const steps = path.literal === undefined ? undefined : stepsOf(path.literal);
  if (!steps) {
    rewriter.note('A JSON path that Postgres has no equal for stays as written.');
    return undefined;
  }
  const isDocument = document.value === 'json' || (document.value === undefined && !rewriter.rules.untyped);
  const base = isDocument ? operand(document) : `${operand(document)}::jsonb`;
  const value = asText ? 'text' : 'json';
  const [only, ...more] = steps;
  if (only === undefined) return done(base, { value: 'json' });
  if (more.length > 0) {
    const place = textLiteral(jsonPlace(steps));
    return done(`${base} ${asText ? '#>>' : '#>'} ${place}`, {
      value,
      binds: 'loose',
      jsonText: `${base} #>> ${place}`,
    });
  }
  const key = /^\d+$/.test(only) ? only : textLiteral(only);
  return done(`${base} ${asText ? '->>' : '->'} ${key}`, { value, binds: 'loose', jsonText: `${base} ->> ${key}` });
}

/** Steps as the text of an array, which Postgres' own paths are. */
export function jsonPlace(steps: readonly string[]): string {
  return `{${steps.map(arrayElement).join(',')}}`;
}

function arrayElement(step: string): string {
  return /^\w+$/.test(step) ? step : `"${step.replaceAll(/["\\]/g, '\\$&')}"`;
}
