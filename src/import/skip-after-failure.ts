/** Statements that Postgres refuses here for a reason that takes nothing from the database. */
import { missingObject } from './missing-object.ts';
import { SHIPPED_EXTENSIONS } from './shipped-extensions.ts';

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** As Postgres gave it: `detail` names a row. */
  readonly details?: Readonly<Record<string, string | number>>;
}

const NOTHING_THERE: ReadonlySet<string> = new Set(['pg/42P01', 'pg/42704', 'pg/42883', 'pg/3F000', 'pg/42703']);
/** Kinds of which one that is here already is as good as another of the same name. */
const IS_HERE: ReadonlySet<string> = new Set(['schema', 'extension']);
const UNDEFINED_OBJECT = 'pg/42704';
const UNDEFINED_FILE = 'pg/58P01';
const FEATURE_NOT_SUPPORTED = 'pg/0A000';

const HERE_ALREADY = 'It is here already.';
const NOTHING_TO_DROP = 'There is nothing of that name to drop.';

/** Reasons by which nothing is lost. */
export const NEEDLESS_AFTER_FAILURE: readonly string[] = [HERE_ALREADY, NOTHING_TO_DROP];

/** Why a statement that failed counts as skipped; undefined when it counts as failed. `words` as in `SqlPiece.words`. */
export function reasonToSkipFailed(words: readonly string[], sql: string, failure: Failure): string | undefined {
  const { code, message } = failure;
  const [first = '', second = ''] = words;
  if (second === 'extension' || (first === 'comment' && words[2] === 'extension')) {
    const reason = extensionReason(words, failure);
    if (reason !== undefined) return reason;
  }
  if (first === 'create' && IS_HERE.has(second) && (code === 'pg/42P06' || code === 'pg/42710')) return HERE_ALREADY;
  if (NOTHING_THERE.has(code) && (first === 'drop' || isDroppingAlteration(words, sql))) return NOTHING_TO_DROP;
  if ((first === 'set' || first === 'reset') && code === UNDEFINED_OBJECT)
    return `${capitalised(message)}: a setting of another version, or of an extension.`;
  if (code === UNDEFINED_FILE) return 'It needs a compiled library or a file of the server, which is not here.';
  const missing = code === UNDEFINED_OBJECT ? missingObject(message) : undefined;
  if (missing?.kind === 'access method' && words.includes('index'))
    return `An index of the kind ${missing.name} comes with an extension that is not here. Queries give the same rows without it.`;
  return undefined;
}

function extensionReason([first]: readonly string[], { code, message }: Failure): string | undefined {
  if (code === FEATURE_NOT_SUPPORTED && message.endsWith('is not available'))
    return `The extension is not here. These are: ${SHIPPED_EXTENSIONS.join(', ')}.`;
  return first !== 'create' && NOTHING_THERE.has(code) ? 'The extension that it speaks of is not here.' : undefined;
}

/** `ALTER TABLE … DROP CONSTRAINT …`, as `pg_dump --clean` begins. */
function isDroppingAlteration([first]: readonly string[], sql: string): boolean {
  return first === 'alter' && /\bdrop\s+(?:constraint|column|default|identity)\b/i.test(sql);
}

function capitalised(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
