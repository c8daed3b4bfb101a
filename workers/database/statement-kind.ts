/** What a script's statement is to us, told from its first words (`SqlPiece.words`). */

/** Statements that answer with rows and may run in a READ ONLY transaction. */
const QUERIES: ReadonlySet<string> = new Set(['select', 'values', 'table', 'with', 'explain', 'show']);

export function isQuery(words: readonly string[]): boolean {
  const [first] = words;
  return first !== undefined && QUERIES.has(first);
}

/** Why a script's statement is passed over instead of run; undefined for the ones that run. */
export function reasonToSkip(words: readonly string[]): string | undefined {
  const [first = '', second = '', third = ''] = words;
  switch (first) {
    case 'begin':
    case 'commit':
    case 'end':
    case 'savepoint':
    case 'release':
    case 'lock':
      return EACH_ON_ITS_OWN;
    case 'start':
      return second === 'transaction' ? EACH_ON_ITS_OWN : undefined;
    case 'prepare':
      return second === 'transaction' ? EACH_ON_ITS_OWN : undefined;
    case 'rollback':
    case 'abort':
      return 'Each statement is applied on its own: what stands above this line was not undone.';
    case 'set':
      if (second === 'transaction' || (second === 'session' && third === 'characteristics')) return EACH_ON_ITS_OWN;
      if (second === 'role' || (second === 'session' && third === 'authorization')) return ONE_USER;
      return undefined;
    case 'create':
    case 'drop':
    case 'alter':
      return second === 'database' ? 'There is one database here, and the script goes into it.' : undefined;
    default:
      return undefined;
  }
}

const EACH_ON_ITS_OWN = 'Each statement is applied on its own, so transaction control has nothing to do.';
const ONE_USER = 'There is one user here, who owns everything.';

/** Why a statement that failed for want of a role does not matter; undefined when it does. */
export function reasonToIgnoreMissingRole(words: readonly string[], text: string): string | undefined {
  const [first = '', second = ''] = words;
  const aboutRights =
    first === 'grant' ||
    first === 'revoke' ||
    first === 'reassign' ||
    (first === 'alter' && (second === 'default' || /\bowner\s+to\b/i.test(text)));
  return aboutRights ? ONE_USER : undefined;
}
