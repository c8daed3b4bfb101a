import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeRuntime } from '../../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../../workers/database/start-parameters.ts';
import { seededRandom } from '../../grammar/testing/sample.ts';
import { must } from '../../platform/assert.ts';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { builtInFunctionNames, builtInSignatures, resolveFunction } from './functions.ts';
import { resolveOperator } from './operators.ts';
import { type SqlType, typeFinder, UNKNOWN, UNSURE } from './types.ts';

const TYPES = [
  ...['unknown', 'smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'money', 'oid', 'boolean'],
  ...['text', 'varchar', 'char', '"char"', 'name', 'mood', 'uuid', 'bytea', 'json', 'jsonb', 'tsvector', 'tsquery'],
  ...['date', 'time', 'timetz', 'timestamp', 'timestamptz', 'interval', 'inet', 'point', 'bit', 'int4range', 'tsrange'],
  ...['integer[]', 'numeric[]', 'text[]', 'varchar[]', 'mood[]', 'int4multirange'],
];
const OPERATORS = `
  = <> < >= ~~ ~~* + - * / % ^ || & | # << >> ~ ~* @> <@ && -> ->> #> #>> #- ? ?| @? @@ <-> -|- ^@`
  .trim()
  .split(/\s+/);
/** Of about fifty thousand pairs of types with an operator. All of them agree; that takes a minute. */
const PAIRS = 2_500;
/** Functions whose calls have a syntax of their own, or need OVER. */
const NOT_PLAIN = /^(?:EXTRACT|LIKE_ESCAPE|MAKE_INTERVAL|OVERLAPS|POSITION|SIMILAR_TO_ESCAPE|TIMEZONE)$/;

const findType = typeFinder({ ...EMPTY_SCHEMA, enums: [{ namespace: 'public', name: 'mood', labels: ['sad'] }] });

let database: PGlite;

beforeAll(async () => {
  const { dataDirectory } = await nodeRuntime();
  database = await PGlite.create({
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
  });
  await database.exec(`CREATE TYPE mood AS ENUM ('sad')`);
  return async () => await database.close();
});

function typeOf(name: string): SqlType {
  return name === 'unknown' ? UNKNOWN : findType(name);
}

function nullOf(type: string): string {
  return type === 'unknown' ? 'NULL' : `NULL::${type}`;
}

/** The type that Postgres gives an expression; null when it refuses it. */
async function typeInPostgres(expression: string): Promise<SqlType | null> {
  try {
    await database.exec(`PREPARE expression AS SELECT ${expression}`);
  } catch {
    return null;
  }
  const { rows } = await database.query<{ type: string }>(
    `SELECT result_types[1]::text AS type FROM pg_prepared_statements WHERE name = 'expression'`,
  );
  await database.exec('DEALLOCATE expression');
  return findType(must(rows[0], 'a row').type);
}

/** Both refuse, or both give the same; where the checker is unsure it must not refuse. */
function agrees(ours: SqlType | null, theirs: SqlType | null): boolean {
  return ours === theirs || (ours === UNSURE && theirs !== null);
}

describe('what Postgres says of', () => {
  test('operators between types', async () => {
    const random = seededRandom(20_260_101);
    const pick = (options: readonly string[]) => must(options[Math.floor(random() * options.length)], 'an option');
    const odd: string[] = [];
    let found = 0;
    for (let pair = 0; pair < PAIRS; pair++) {
      const [left, operator, right] = [pick(TYPES), pick(OPERATORS), pick(TYPES)];
      const use = resolveOperator(operator, typeOf(left), typeOf(right));
      const ours = use.kind === 'found' ? use.result : null;
      const theirs = await typeInPostgres(`${nullOf(left)} ${operator} ${nullOf(right)}`);
      if (!agrees(ours, theirs)) odd.push(`${left} ${operator} ${right}: ${ours?.name}, not ${theirs?.name}`);
      if (theirs) found++;
    }
    expect(odd).toEqual([]);
    expect(found).toBeGreaterThan(PAIRS / 50);
  });

  test('functions of one argument', async () => {
    const names = builtInFunctionNames().filter((name) => {
      const isWindow = builtInSignatures(name)?.some(({ kind }) => kind === 'window');
      const takesOne = builtInSignatures(name)?.some(({ parameters }) => parameters.length > 0);
      return takesOne && !isWindow && !NOT_PLAIN.test(name) && !/^(?:MODE|PERCENTILE_)/.test(name);
    });
    const random = seededRandom(7);
    const odd: string[] = [];
    for (const name of names) {
      for (const type of TYPES.filter(() => random() < 0.25)) {
        const castTarget = findType(name.toLowerCase());
        const signatures = must(builtInSignatures(name), `signatures of ${name}`);
        const use = resolveFunction(signatures, [typeOf(type)], castTarget === UNSURE ? null : castTarget);
        const ours = use.kind === 'found' ? use.result : null;
        const theirs = await typeInPostgres(`${name}(${nullOf(type)})`);
        if (!agrees(ours, theirs)) odd.push(`${name}(${type}): ${ours?.name}, not ${theirs?.name}`);
      }
    }
    expect(odd).toEqual([]);
  });
});
