import { useEffect, useState } from 'react';
import type { DatabasePort } from '../../ask/ports.ts';
import type { Table } from '../../schema/model.ts';
import { NO_VALUES, readSampleValues, type SampleValues, sampleQuery } from './sample-values.ts';

/** By the table as it was read: one that has changed is read anew, and so are its values. */
const known = new WeakMap<Table, Promise<SampleValues>>();

/** What was begun ends: Postgres could only be stopped by ending its worker. */
const NEVER = new AbortController().signal;

/** Asked for once a table is looked at; none until they are there, and where they cannot be had. */
export function useSampleValues(table: Table, isShown: boolean, port: Pick<DatabasePort, 'runReadOnly'>): SampleValues {
  const [values, setValues] = useState(NO_VALUES);
  useEffect(() => {
    if (!isShown) return;
    let live = true;
    const reading = known.get(table) ?? read(table, port);
    known.set(table, reading);
    reading.then(
      (found) => live && setValues(found),
      // It failed because the table changed meanwhile, or the database did: the next look tries again.
      () => known.delete(table),
    );
    return () => {
      live = false;
    };
  }, [table, isShown, port]);
  return values;
}

async function read(table: Table, port: Pick<DatabasePort, 'runReadOnly'>): Promise<SampleValues> {
  const query = sampleQuery(table);
  return query === null ? NO_VALUES : readSampleValues(table, await port.runReadOnly(query, NEVER));
}
