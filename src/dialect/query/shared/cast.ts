import type { ForeignDialect } from '../../dialect.ts';
import { COLUMN_TYPES } from '../../types/column-types.ts';
import { type SourceType, type TargetType, target } from '../../types/target-type.ts';
import { operand } from '../expression.ts';
import { type Done, done, isParenthesised, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';
import { leadingNumber } from './arithmetic.ts';

/** Types of MySQL's CAST that no column has. */
const MYSQL_CASTS: Readonly<Record<string, string>> = {
  signed: 'bigint',
  'signed integer': 'bigint',
  unsigned: 'bigint',
  'unsigned integer': 'bigint',
  integer: 'bigint',
  char: 'text',
  nchar: 'text',
  datetime: 'timestamp',
  decimal: 'numeric(10)',
};

/** A type as the nodes of a query spell it. */
export function castTarget(nodes: readonly Node[], dialect: ForeignDialect): TargetType | undefined {
  const type = sourceTypeOf(nodes);
  if (dialect === 'mysql') {
    const cast = type.args.length === 0 ? MYSQL_CASTS[type.name] : undefined;
    if (cast !== undefined) return target(cast);
    if (type.name === 'char' || type.name === 'nchar') return target(`varchar(${type.args[0]})`);
  }
  // CAST(… AS varchar) has 30 characters in T-SQL, and one as a column.
  if (dialect === 'tsql' && /char/.test(type.name) && type.args.length === 0) return target('text');
  return COLUMN_TYPES[dialect](type);
}

function sourceTypeOf(nodes: readonly Node[]): SourceType {
  const words = nodes.flatMap((node) =>
    node.kind === 'leaf' && node.token !== 'symbol' ? [node.value.toLowerCase()] : [],
  );
  const group = nodes.find((node) => isParenthesised(node));
  const args = isParenthesised(group)
    ? splitAtCommas(group.nodes).map((arg) => arg.map((node) => (node.kind === 'leaf' ? node.value : '')).join(''))
    : [];
  const name = words.join(' ');
  return { name: name in MYSQL_CASTS ? name : name.replace(/ ?\b(?:un)?signed\b/, ''), args, isUnsigned: false };
}

export function castTo(value: readonly Node[], type: TargetType, rewriter: Rewriter): Done {
  if (type.note !== undefined) rewriter.note(type.note);
  const expression = rewriter.expression(value);
  const number = rewriter.rules.numbersAreConditions ? numberInText(expression.literal, type) : undefined;
  if (number !== undefined) return done(`CAST(${number} AS ${type.sql})`, { value: type.kind });
  const isColumn = expression.literal === undefined && /^[\w."]+$/.test(expression.text);
  if (expression.value === 'text' && isColumn && rewriter.rules.numbersAreConditions) {
    const digits = leadingNumber(expression.text, rewriter);
    if (type.kind === 'integer') return done(`TRUNC(${digits})::${type.sql}`, { value: 'integer' });
    if (type.kind === 'number') return done(`${digits}::${type.sql}`, { value: 'number' });
  }
  // A number without its fraction, where Postgres would round.
  if (rewriter.rules.castsCutFractions && type.kind === 'integer' && expression.value === 'number') {
    return done(`TRUNC(${expression.text})::${type.sql}`, { value: 'integer' });
  }
  if (rewriter.rules.castsCutFractions && type.kind === 'integer' && expression.value === undefined) {
    rewriter.note('CAST to a whole number rounds in Postgres; the source cuts the fraction off.');
  }
  const isSimple = /^[\w.]+$/.test(expression.text);
  const text =
    isSimple && expression.literal === undefined
      ? `${operand(expression)}::${type.sql}`
      : `CAST(${expression.text} AS ${type.sql})`;
  return done(text, { value: type.kind });
}

/**
 * The number that a literal begins with, as MySQL and SQLite read it; 0 where none does. Undefined where Postgres reads
 * the whole of it.
 */
function numberInText(literal: string | undefined, { kind }: TargetType): string | undefined {
  if (literal === undefined || (kind !== 'integer' && kind !== 'number')) return undefined;
  const beginning = kind === 'integer' ? /^\s*[-+]?\d+/ : /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;
  const number = beginning.exec(literal)?.[0].trim() ?? '0';
  return number === literal.trim() ? undefined : number;
}

/** CAST(value AS type). */
export function castRule(dialect: ForeignDialect): CallRule {
  return ({ args }, rewriter) => {
    const [arg] = args;
    const as = arg?.findLastIndex((node) => isWord(node, 'as')) ?? -1;
    if (!arg || as < 1) return undefined;
    const type = castTarget(args.length > 1 ? [] : arg.slice(as + 1), dialect);
    if (!type) return undefined;
    return castTo(arg.slice(0, as), type, rewriter);
  };
}
