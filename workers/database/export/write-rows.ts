import type { PGlite } from '@electric-sql/pglite';
import { simpleQuery } from '../protocol.ts';
import type { Catalogue } from './catalogue.ts';

/** `COPY … FROM stdin` with the rows, for each table that has any; then how far the sequences have come. */
export async function* writeRows(database: PGlite, catalogue: Catalogue): AsyncGenerator<string> {
  for (const table of catalogue.relations) {
    if (table.kind !== 'table') continue;
    const columns = (catalogue.columns.get(table.oid) ?? []).filter(({ generated }) => generated === null);
    const list = columns.length > 0 ? ` (${columns.map(({ name }) => name).join(', ')})` : '';
    const { blob } = await database.query(`COPY ${table.name}${list} TO '/dev/blob'`);
    const data = (await blob?.text()) ?? '';
    if (data !== '') yield `COPY ${table.name}${list} FROM stdin;\n${data}\\.`;
  }
  for (const { oid, name } of catalogue.sequences.values()) {
    const state = `SELECT last_value, is_called FROM ${name} JOIN pg_sequence ON seqrelid = ${oid} WHERE is_called OR last_value <> seqstart`;
    const [[value, isCalled] = []] = (await simpleQuery(database, state)).rows;
    if (value === undefined) continue;
    yield `SELECT setval('${name.replaceAll("'", "''")}', ${value}${isCalled === 't' ? '' : ', false'});`;
  }
}
