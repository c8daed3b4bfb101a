import type { Schema } from '../../schema/model.ts';
import { callableName } from '../../schema/names.ts';
import { nearestNames } from '../../sql/resolve/nearest-names.ts';

/** What types of other databases are called in Postgres. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  blob: 'bytea',
  clob: 'text',
  datetime: 'timestamp',
  datetime2: 'timestamp',
  double: 'double precision',
  float32: 'real',
  float64: 'double precision',
  int32: 'integer',
  int64: 'bigint',
  long: 'bigint',
  longtext: 'text',
  mediumtext: 'text',
  nvarchar: 'text',
  number: 'numeric',
  signed: 'bigint',
  str: 'text',
  string: 'text',
  tinyint: 'smallint',
  uint64: 'numeric',
  unsigned: 'bigint',
  varchar2: 'text',
};

const COMMON =
  `bigint boolean bytea date integer interval json jsonb numeric real smallint text time timestamp timestamptz
  uuid varchar`.split(/\s+/);

/** The types that somebody most likely means who writes `name`, as SQL text; empty when none is near. */
export function typesLike(name: string, { enums, domains }: Schema): readonly string[] {
  const elsewhere = ELSEWHERE[name.toLowerCase()];
  if (elsewhere !== undefined) return [elsewhere];
  return nearestNames(name, [
    ...COMMON.map((text) => ({ name: text, text })),
    ...[...enums, ...domains].map((type) => ({ name: type.name, text: callableName(type) })),
  ]);
}
