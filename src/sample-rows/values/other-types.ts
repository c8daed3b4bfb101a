/** Values of the types that are neither numbers, texts nor moments, in Postgres' input syntax. */
import type { Cell } from '../meaning/cell.ts';
import { plainLetters } from '../meaning/text-meaning.ts';
import { HEX, type Random } from '../random.ts';
import { word } from '../words/sentences.ts';
import { NOUNS, TOPICS, VERBS } from '../words/things.ts';

type Draw = (cell: Cell, modifiers: readonly string[]) => string;

const point = ({ random, scene }: Cell): string =>
  `(${(scene.place.longitude + random.between(-0.1, 0.1)).toFixed(5)},${(scene.place.latitude + random.between(-0.1, 0.1)).toFixed(5)})`;

const points =
  (count: number, before: string, behind: string): Draw =>
  (cell) =>
    `${before}${Array.from({ length: count }, () => point(cell)).join(',')}${behind}`;

const bits =
  (isVarying: boolean): Draw =>
  ({ random }, [length]) => {
    const most = Number(length ?? (isVarying ? 16 : 1));
    return random.characters('01', isVarying ? random.integer(1, most) : most);
  };

const privateNetwork = (random: Random): string => `10.${random.integer(0, 255)}.${random.integer(0, 255)}`;

const octets = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.characters(HEX, 2)).join(':');

const numbers = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(-1, 1).toFixed(4)).join(',');

const DRAWS: Readonly<Record<string, Draw>> = {
  uuid: ({ random }) => {
    const hex = random.characters(HEX, 30);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${random.characters('89ab', 1)}${hex.slice(15, 18)}-${hex.slice(18)}`;
  },
  bytea: ({ random, limits }) => {
    const length = Math.min(Math.max(random.integer(4, 16), limits.minLength), limits.maxLength);
    return `\\x${random.characters(HEX, 2 * length)}`;
  },
  inet: ({ random }) => `${privateNetwork(random)}.${random.integer(1, 254)}`,
  cidr: ({ random }) => `${privateNetwork(random)}.0/24`,
  macaddr: ({ random }) => octets(random, 6),
  macaddr8: ({ random }) => octets(random, 8),
  bit: bits(false),
  'bit varying': bits(true),
  point,
  line: ({ random }) => `{${random.integer(1, 9)},${random.integer(-9, -1)},${random.integer(0, 50)}}`,
  lseg: points(2, '[', ']'),
  box: points(2, '', ''),
  path: points(3, '[', ']'),
  polygon: points(4, '(', ')'),
  circle: (cell) => `<${point(cell)},${cell.random.integer(1, 50)}>`,
  tsvector: ({ random }) => `${word(random, TOPICS)} ${word(random, NOUNS)} ${word(random, VERBS)}`,
  tsquery: ({ random }) => `${word(random, NOUNS)} & ${word(random, VERBS)}`,
  xml: ({ random, scene, number }) =>
    `<note number="${number}"><to>${plainLetters(scene.person.first, '')}</to><text>${word(random, TOPICS)}</text></note>`,
  jsonpath: ({ random }) => `$."${word(random, NOUNS)}"`,
  pg_lsn: ({ random }) => `${random.integer(0, 9)}/${random.characters('123456789ABCDEF', 7)}`,
  pg_snapshot: ({ number }) => `${number}:${number + 3}:${number + 1}`,
  txid_snapshot: ({ number }) => `${number}:${number + 3}:${number + 1}`,
  tid: ({ random }) => `(${random.integer(0, 500)},${random.integer(1, 90)})`,
  oidvector: ({ random }) => `${random.integer(1, 99)} ${random.integer(1, 99)}`,
  int2vector: ({ random }) => `${random.integer(1, 99)} ${random.integer(1, 99)}`,
  regclass: ({ random }) => word(random, ['pg_class', 'pg_type', 'pg_proc', 'pg_index']),
  regtype: ({ random }) => word(random, ['integer', 'text', 'boolean', 'date']),
  regproc: ({ random }) => word(random, ['now', 'pi', 'version']),
  regprocedure: ({ random }) => word(random, ['now()', 'pi()', 'version()']),
  regoper: () => '!~~',
  regoperator: () => '+(integer,integer)',
  regnamespace: () => 'public',
  regrole: () => 'postgres',
  regconfig: ({ random }) => word(random, ['english', 'simple', 'portuguese']),
  regdictionary: () => 'simple',
  regcollation: () => '"C"',
  refcursor: ({ random }) => word(random, NOUNS),
  // Extensions that come with PGlite.
  hstore: ({ random }) => `"${word(random, NOUNS)}"=>"${word(random, TOPICS)}"`,
  ltree: ({ random }) => `${word(random, TOPICS)}.${word(random, NOUNS)}.${word(random, NOUNS)}`,
  lquery: ({ random }) => `*.${word(random, NOUNS)}`,
  ltxtquery: ({ random }) => `${word(random, NOUNS)} & ${word(random, NOUNS)}`,
  cube: ({ random }) => `(${numbers(random, 3)})`,
  seg: ({ random }) => `${random.integer(1, 9)} .. ${random.integer(10, 20)}`,
  vector: ({ random }, [dimensions]) => `[${numbers(random, Number(dimensions ?? 3))}]`,
  halfvec: ({ random }, [dimensions]) => `[${numbers(random, Number(dimensions ?? 3))}]`,
  sparsevec: ({ random }, [dimensions]) => `{1:${random.between(0, 1).toFixed(3)}}/${dimensions ?? 3}`,
};

export function drawOther(type: string): Draw | undefined {
  return Object.hasOwn(DRAWS, type) ? DRAWS[type] : undefined;
}
