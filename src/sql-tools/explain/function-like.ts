import { nearestNames } from '../../sql/resolve/nearest-names.ts';

/** What functions of other databases are called in Postgres. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  CHARINDEX: 'STRPOS',
  CURDATE: 'CURRENT_DATE',
  DATEADD: 'a sum with an INTERVAL',
  DATEDIFF: 'a difference of two dates',
  DATE_ADD: 'a sum with an INTERVAL',
  DATE_FORMAT: 'TO_CHAR',
  DATE_SUB: 'a difference with an INTERVAL',
  DAY: 'EXTRACT(DAY FROM …)',
  GETDATE: 'NOW',
  GROUP_CONCAT: 'STRING_AGG',
  HOUR: 'EXTRACT(HOUR FROM …)',
  IF: 'CASE',
  IFNULL: 'COALESCE',
  IIF: 'CASE',
  INSTR: 'STRPOS',
  ISNULL: 'COALESCE',
  LCASE: 'LOWER',
  LEN: 'LENGTH',
  LISTAGG: 'STRING_AGG',
  MONTH: 'EXTRACT(MONTH FROM …)',
  NVL: 'COALESCE',
  RAND: 'RANDOM',
  STRFTIME: 'TO_CHAR',
  STR_TO_DATE: 'TO_DATE',
  SUBSTRING_INDEX: 'SPLIT_PART',
  SYSDATE: 'NOW',
  UCASE: 'UPPER',
  YEAR: 'EXTRACT(YEAR FROM …)',
};

/** The function that somebody most likely means who writes `name`, as SQL text; null when none is near. */
export function functionLike(name: string, functions: readonly string[]): string | null {
  const elsewhere = ELSEWHERE[name];
  if (elsewhere !== undefined) return elsewhere;
  const written = partsOf(name);
  const known = functions.map((text) => {
    const { namespace, last } = partsOf(text);
    return { name: last, text, rank: namespace === written.namespace ? 0 : 1 };
  });
  return nearestNames(written.last, known)[0] ?? null;
}

/** Of a function's name as SQL text. */
function partsOf(text: string): { readonly namespace: string; readonly last: string } {
  const parts = Array.from(text.matchAll(/"(?<quoted>(?:[^"]|"")*)"|[^."]+/gu), ({ 0: part, groups }) =>
    groups?.quoted === undefined ? part.toLowerCase() : groups.quoted.replaceAll('""', '"'),
  );
  return { namespace: parts.slice(0, -1).join('.'), last: parts.at(-1) ?? '' };
}
