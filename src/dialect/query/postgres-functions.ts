import type { ValueKind } from '../types/value-kind.ts';
import type { Node } from './node.ts';
import { kindOfList } from './operators.ts';
import type { Rewriter } from './rewriter.ts';

/** Functions that Postgres has under the same name and with the same meaning, by what they give. */
const RESULTS: ReadonlyMap<string, ValueKind | 'argument' | undefined> = new Map([
  ...names(
    'integer',
    'count row_number rank dense_rank ntile length char_length character_length octet_length bit_length ascii sign',
  ),
  ...names(
    'number',
    'avg sqrt exp ln pi sin cos tan asin acos atan atan2 degrees radians percent_rank cume_dist power stddev variance stddev_pop stddev_samp var_pop var_samp random',
  ),
  ...names(
    'text',
    'upper lower trim ltrim rtrim btrim replace concat concat_ws left right lpad rpad repeat reverse substring substr to_char md5 string_agg chr translate initcap split_part format quote_literal',
  ),
  ...names('boolean', 'bool_and bool_or every exists'),
  ...names(
    'argument',
    'abs ceil ceiling floor round trunc min max sum coalesce nullif greatest least mod lag lead first_value last_value nth_value any_value',
  ),
  ...names('json', 'json_agg jsonb_agg'),
  ...names(
    undefined,
    'cast extract position overlay grouping sets rollup cube log generate_series any all some row percentile_cont percentile_disc mode',
  ),
]);

function names(
  result: ValueKind | 'argument' | undefined,
  list: string,
): [string, ValueKind | 'argument' | undefined][] {
  return list.split(' ').map((name) => [name, result]);
}

/** What a call that stays as written gives, or `unknown` where Postgres may not have such a function. */
export function resultOfCall(
  name: string,
  args: readonly (readonly Node[])[],
  rewriter: Rewriter,
): ValueKind | 'unknown' | undefined {
  if (!RESULTS.has(name)) return 'unknown';
  const result = RESULTS.get(name);
  if (result !== 'argument') return result;
  const [first] = args;
  return first && kindOfList(rewriter.convert(first), rewriter);
}
