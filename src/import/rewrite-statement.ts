/** Statements that run here once a part is taken out or put otherwise. */
import { type Edit, editText } from './edit-text.ts';
import { afterParentheses, isMark, type SqlToken, wordsAt } from './sql-tokens.ts';

export interface Rewriting {
  readonly sql: string;
  /** What was changed and why, for people; empty when nothing was. */
  readonly notes: readonly string[];
}

interface Rule {
  readonly note: string;
  readonly edits: (tokens: readonly SqlToken[]) => readonly Edit[];
}

/** `words` and `tokens` are those of `sql`. */
export function rewriteStatement(sql: string, words: readonly string[], tokens: readonly SqlToken[]): Rewriting {
  const notes: string[] = [];
  const edits: Edit[] = [];
  for (const rule of rulesFor(words)) {
    const found = rule.edits(tokens);
    if (found.length > 0) notes.push(rule.note);
    edits.push(...found);
  }
  return { sql: edits.length > 0 ? editText(sql, edits) : sql, notes };
}

const UNLOGGED: Rule = {
  note: 'UNLOGGED is left out: such a table would be emptied when the page is reloaded.',
  edits: (tokens) => (wordsAt(tokens, 1, 'unlogged') ? removed(tokens, 1, 2) : []),
};

const TABLESPACE: Rule = {
  note: 'TABLESPACE is left out: everything is kept in one place here.',
  edits: (tokens) =>
    tokens.flatMap((_, index) => {
      const name = tokens[index + 1];
      const isClause = wordsAt(tokens, index, 'tablespace') && canEndBeforeTablespace(tokens, index - 1);
      if (!isClause || (name?.kind !== 'word' && name?.kind !== 'name')) return [];
      return removed(tokens, wordsAt(tokens, index - 2, 'using', 'index') ? index - 2 : index, index + 2);
    }),
};

/** `tablespace` may also be a name: of a table or column it stands behind other words than the clause does. */
function canEndBeforeTablespace(tokens: readonly SqlToken[], last: number): boolean {
  return (
    isMark(tokens[last], ')') ||
    wordsAt(tokens, last - 1, 'using') ||
    wordsAt(tokens, last, 'default') ||
    wordsAt(tokens, last - 2, 'on', 'commit') ||
    (wordsAt(tokens, 0, 'create', 'materialized') && wordsAt(tokens, last + 3, 'as'))
  );
}

const OIDS: Rule = {
  note: 'WITH OIDS is left out: Postgres has not had it since version 12.',
  edits: (tokens) =>
    tokens.flatMap((token, index) => {
      if (wordsAt(tokens, index, 'with', 'oids')) return removed(tokens, index, index + 2);
      const value = tokens[index + 2];
      const isOn = wordsAt(tokens, index, 'oids') && isMark(tokens[index + 1], '=') && value?.text === 'true';
      return isOn && value ? [{ start: token.start, end: value.end, replacement: 'oids=false' }] : [];
    }),
};

const AUTHORIZATION: Rule = {
  note: 'AUTHORIZATION is left out: there is one user here, who owns everything.',
  edits: (tokens) => {
    const at = tokens.findIndex((token) => token.kind === 'word' && token.text === 'authorization');
    if (at < 0) return [];
    const named = at > 2 && !wordsAt(tokens, at - 1, 'exists');
    // Without a name of its own, the schema is called like its owner.
    return named ? removed(tokens, at, at + 2) : removed(tokens, at, at + 1);
  },
};

const SET_LOCAL: Rule = {
  note: 'LOCAL is left out: each statement is applied on its own, so the setting holds for the statements below.',
  edits: (tokens) => (wordsAt(tokens, 1, 'local') ? removed(tokens, 1, 2) : []),
};

const POLICY_ROLES: Rule = {
  note: 'The roles of the policy are left out: there is one user here.',
  edits: (tokens) => {
    const to = depthZero(tokens).find((index) => wordsAt(tokens, index, 'to') && !wordsAt(tokens, index - 1, 'rename'));
    if (to === undefined) return [];
    let end = to + 2;
    while (isMark(tokens[end], ',')) end += 2;
    const roles = tokens.slice(to + 1, end).filter(({ kind }) => kind !== 'mark');
    return roles.every(({ kind, text }) => kind === 'word' && text === 'public') ? [] : removed(tokens, to, end);
  },
};

const FOREIGN_TABLE: Rule = {
  note: 'The table is an ordinary one here, without the rows of the other server.',
  edits: (tokens) => {
    const options = tokens.flatMap((_, index) =>
      wordsAt(tokens, index, 'options') && isMark(tokens[index + 1], '(')
        ? removed(tokens, index, afterParentheses(tokens, index + 1))
        : [],
    );
    const server = depthZero(tokens).findLast((index) => wordsAt(tokens, index, 'server'));
    const source = server === undefined ? [] : removed(tokens, server, server + 2);
    return [...removed(tokens, 1, 2), ...source, ...options];
  },
};

function rulesFor([first = '', second = '', third = '']: readonly string[]): readonly Rule[] {
  if (second === 'foreign' && third === 'table') return [FOREIGN_TABLE];
  if (first === 'set') return [SET_LOCAL];
  if (second === 'policy') return [POLICY_ROLES];
  if (first === 'create' && second === 'schema') return [AUTHORIZATION];
  if (first === 'create') return CREATE_RULES.get(second) ?? [];
  return first === 'alter' && (second === 'table' || second === 'index') ? [TABLESPACE] : [];
}

const CREATE_RULES: ReadonlyMap<string, readonly Rule[]> = new Map([
  ['table', [TABLESPACE, OIDS]],
  ['unlogged', [UNLOGGED, TABLESPACE, OIDS]],
  ['index', [TABLESPACE]],
  ['unique', [TABLESPACE]],
  ['materialized', [TABLESPACE]],
]);

/** Indices of the tokens outside all parentheses. */
function depthZero(tokens: readonly SqlToken[]): number[] {
  let depth = 0;
  return tokens.flatMap((token, index) => {
    if (isMark(token, '(')) depth++;
    if (isMark(token, ')')) depth--;
    return depth === 0 ? [index] : [];
  });
}

/** The tokens from `from` up to, and without, `to`. */
function removed(tokens: readonly SqlToken[], from: number, to: number): Edit[] {
  const first = tokens[from];
  const last = tokens[Math.min(to, tokens.length) - 1];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}
