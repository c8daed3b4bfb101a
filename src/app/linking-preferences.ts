/** Which tables a person wants the model to be shown in any case, and which in none: of each database its own. */
import * as v from 'valibot';
import { isSameTable, NO_PREFERENCES, type TableId, type TablePreferences } from '../ask/table-preferences.ts';
import type { DatabaseView, Source } from './database-view.ts';
import { type Readable, Store } from './store.ts';

/** Of those who pin more, the rest is forgotten with the page. */
const MAX_REMEMBERED = 1_000;

const STORAGE_PREFIX = 'expert-sql/tables/';

/** Null: each question decides. */
export type TableChoice = 'pinned' | 'dropped' | null;

const tablesSchema = v.pipe(
  v.array(v.strictObject({ namespace: v.string(), name: v.string() })),
  v.maxLength(MAX_REMEMBERED),
);
const preferencesSchema = v.strictObject({ pinned: tablesSchema, dropped: tablesSchema });

export class LinkingPreferences {
  /** Of the open database. */
  readonly store = new Store<TablePreferences>(NO_PREFERENCES);
  readonly #databases: Readable<Pick<DatabaseView, 'source'>>;
  readonly #known = new Map<string, TablePreferences>();

  constructor(databases: Readable<Pick<DatabaseView, 'source'>>) {
    this.#databases = databases;
    databases.subscribe(() => this.#follow());
    this.#follow();
  }

  choose({ namespace, name }: TableId, choice: TableChoice): void {
    const table = { namespace, name };
    const { pinned, dropped } = this.store.get();
    const others = (tables: readonly TableId[]) => tables.filter((each) => !isSameTable(each, table));
    const preferences = {
      pinned: choice === 'pinned' ? [...others(pinned), table] : others(pinned),
      dropped: choice === 'dropped' ? [...others(dropped), table] : others(dropped),
    };
    const key = keyOf(this.#databases.get().source);
    this.#known.set(key, preferences);
    remember(key, preferences);
    this.store.set(preferences);
  }

  #follow(): void {
    const key = keyOf(this.#databases.get().source);
    const known = this.#known.get(key) ?? remembered(key);
    this.#known.set(key, known);
    this.store.set(known);
  }
}

export function choiceOf(table: TableId, { pinned, dropped }: TablePreferences): TableChoice {
  if (pinned.some((each) => isSameTable(each, table))) return 'pinned';
  return dropped.some((each) => isSameTable(each, table)) ? 'dropped' : null;
}

function keyOf(source: Source): string {
  switch (source.kind) {
    case 'sample':
      return source.sample.id;
    case 'workspace':
      return source.workspace.id;
    case 'unkept':
      return `unkept/${source.title}`;
  }
}

function remembered(key: string): TablePreferences {
  try {
    const stored = v.safeParse(preferencesSchema, JSON.parse(localStorage.getItem(STORAGE_PREFIX + key) ?? 'null'));
    return stored.success ? stored.output : NO_PREFERENCES;
  } catch {
    return NO_PREFERENCES;
  }
}

function remember(key: string, { pinned, dropped }: TablePreferences): void {
  try {
    const stored = { pinned: pinned.slice(0, MAX_REMEMBERED), dropped: dropped.slice(0, MAX_REMEMBERED) };
    if (pinned.length + dropped.length > 0) localStorage.setItem(STORAGE_PREFIX + key, JSON.stringify(stored));
    else localStorage.removeItem(STORAGE_PREFIX + key);
  } catch {
    // They last until the page is closed.
  }
}
