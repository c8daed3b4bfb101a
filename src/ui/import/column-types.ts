/** The types that a column of a file can be given, as a select offers them. */
import type {
  ColumnType,
  DateOrder,
  DecimalMark,
  MomentKind,
  NumberKind,
  PlainKind,
} from '../../tabular/types/column-type.ts';

interface TypeOption {
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
}

export interface TypeGroup {
  readonly title: string;
  readonly options: readonly TypeOption[];
}

const NUMBERS: readonly NumberKind[] = ['integer', 'bigint', 'numeric', 'double precision'];
const MARKS: Readonly<Record<DecimalMark, string>> = { '.': '1,234.5', ',': '1.234,5' };
const MOMENTS: readonly MomentKind[] = ['date', 'timestamp', 'timestamptz'];
const ORDERS: Readonly<Record<DateOrder, string>> = { ymd: 'year first', dmy: 'day first', mdy: 'month first' };
const OTHERS: readonly PlainKind[] = ['text', 'boolean', 'time', 'uuid', 'jsonb'];

export const TYPE_GROUPS: readonly TypeGroup[] = [
  { title: 'Plain', options: OTHERS.map((kind) => option({ kind })) },
  {
    title: 'Numbers',
    options: NUMBERS.flatMap((kind) => (['.', ','] as const).map((decimalMark) => option({ kind, decimalMark }))),
  },
  {
    title: 'Dates and times',
    options: MOMENTS.flatMap((kind) => (['ymd', 'dmy', 'mdy'] as const).map((order) => option({ kind, order }))),
  },
];

const OPTIONS = TYPE_GROUPS.flatMap(({ options }) => options);

function option(type: ColumnType): TypeOption {
  return { key: typeKey(type), title: typeTitle(type), type };
}

export function typeKey(type: ColumnType): string {
  if ('decimalMark' in type) return `${type.kind} ${type.decimalMark}`;
  return 'order' in type ? `${type.kind} ${type.order}` : type.kind;
}

export function typeTitle(type: ColumnType): string {
  if (type.kind === 'integer' || type.kind === 'bigint') {
    return type.decimalMark === '.' ? type.kind : `${type.kind} (1.234)`;
  }
  if ('decimalMark' in type) return `${type.kind} (${MARKS[type.decimalMark]})`;
  return 'order' in type ? `${type.kind} (${ORDERS[type.order]})` : type.kind;
}

/** Undefined for what is no key. */
export function typeOfKey(key: string): ColumnType | undefined {
  return OPTIONS.find((each) => each.key === key)?.type;
}
