/** The long official names as everyone writes them. */
export function shortType(type: string): string {
  return type
    .replace('character varying', 'varchar')
    .replace('timestamp without time zone', 'timestamp')
    .replace('timestamp with time zone', 'timestamptz')
    .replace('time without time zone', 'time')
    .replace('time with time zone', 'timetz')
    .replace('double precision', 'double');
}
