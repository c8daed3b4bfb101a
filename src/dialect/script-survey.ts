import { Cursor, NotUnderstood } from './lexer/cursor.ts';
import { tokenize } from './lexer/lexer.ts';
import type { ScriptState } from './script-state.ts';
import type { SourceStatement } from './split/split-script.ts';
import { headWords } from './statements/head-words.ts';

/** Characters in which the name of a new table stands. */
const HEAD_CHARACTERS = 400;
/** Settings are short. */
const MAX_SETTING_CHARACTERS = 400;

/** What has to be known before the first statement is converted. */
export function surveyScript(statements: readonly SourceStatement[], state: ScriptState): void {
  // SQLite checks foreign keys only when it is told to.
  let checksAreOff = state.dialect === 'sqlite';
  for (const { text } of statements) {
    const words = headWords(text, state.rules.lexical);
    const [first = '', second = ''] = words;
    if (first === 'insert' || first === 'replace') state.hasRows = true;
    if (first === 'create' && words.includes('table')) surveyTable(text, state);
    if (
      state.dialect === 'mysql' &&
      (first === 'use' || (first === 'create' && (second === 'database' || second === 'schema')))
    )
      surveyDatabase(text, state);
    if (text.length > MAX_SETTING_CHARACTERS) continue;
    if (first === 'set' && /foreign_key_checks\s*=\s*(?:0|off)\b/i.test(text)) checksAreOff = true;
    if (first === 'pragma' && /foreign_keys\s*[=(]\s*(?:1|on|true)\b/i.test(text)) checksAreOff = false;
  }
  state.checksAreOff = checksAreOff;
}

/** The names of all tables are taken before the first index gets one. In MySQL what stands before them is a database. */
function surveyTable(text: string, state: ScriptState): void {
  const parts = nameBehind(text, ['table', 'exists'], state);
  const name = parts.at(-1);
  if (name !== undefined) state.relations.reserve(name);
  const database = parts.at(-2);
  if (database !== undefined && state.dialect === 'mysql') state.droppedNamespaces.add(database.toLowerCase());
}

function surveyDatabase(text: string, state: ScriptState): void {
  const name = nameBehind(text, ['use', 'database', 'schema', 'exists'], state).at(-1);
  if (name !== undefined) state.droppedNamespaces.add(name.toLowerCase());
}

const IF_NOT_EXISTS: ReadonlySet<string> = new Set(['if', 'not', 'exists']);

function nameBehind(text: string, words: readonly string[], { rules }: ScriptState): readonly string[] {
  const head = text.slice(0, HEAD_CHARACTERS);
  const cursor = new Cursor(head, tokenize(head, rules.lexical), rules.lexical);
  try {
    while (!words.includes(cursor.word())) cursor.take();
    cursor.take();
    cursor.skipWords(IF_NOT_EXISTS);
    return cursor.takeQualifiedName();
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return [];
    throw thrown;
  }
}
