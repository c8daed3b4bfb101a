/** Which tables a person wants the model to be shown in any case, and which in none: of each database its own. */
import * as v from 'valibot';
import {
  isSameTable,
  mapTables,
  NO_PREFERENCES,
  type TableId,
  type TablePreferences,
  tableTracker,
} from '../ask/table-preferences.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { type DatabaseView, type Source, sourceTitle } from './database-view.ts';
import { type Readable, Store } from './store.ts';

/** Of those who pin more, the rest is forgotten with the page. */
const MAX_REMEMBERED = 1_000;

const STORAGE_PREFIX = 'expert-sql/tables/';

/** Null: each question decides. */
export type TableChoice = 'pinned' | 'dropped' | null;

type View = Pick<DatabaseView, 'source' | 'schema' | 'status' | 'undoable'>;

const tablesSchema = v.pipe(
  v.array(v.strictObject({ namespace: v.string(), name: v.string() })),
  v.maxLength(MAX_REMEMBERED),
);
const preferencesSchema = v.strictObject({ pinned: tablesSchema, dropped: tablesSchema });

export class LinkingPreferences {
  /** Of the open database. */
  readonly store = new Store<TablePreferences>(NO_PREFERENCES);
  readonly #databases: Readable<View>;
  readonly #known = new Map<string, TablePreferences>();
  /** The database as it was when it was last known to be whole. */
  #settled: View | null = null;
  /** About tables that the last change deleted: undoing it brings them back. */
  #lost = NO_PREFERENCES;

  constructor(databases: Readable<View>) {
    this.#databases = databases;
    databases.subscribe(() => this.#follow());
    this.#follow();
  }

  choose({ namespace, name }: TableId, choice: TableChoice): void {
    const table = { namespace, name };
    const { pinned, dropped } = this.store.get();
    const others = (tables: readonly TableId[]) => tables.filter((each) => !isSameTable(each, table));
    this.#keep({
      pinned: choice === 'pinned' ? [...others(pinned), table] : others(pinned),
      dropped: choice === 'dropped' ? [...others(dropped), table] : others(dropped),
    });
  }

  #follow(): void {
    const view = this.#databases.get();
    if (view.status.kind !== 'ready') {
      // Its tables are not known yet, or not any more.
      this.store.set(this.#of(view.source));
      return;
    }
    const before = this.#settled;
    this.#settled = view;
    if (before?.schema === view.schema && keyOf(before.source) === keyOf(view.source)) return;
    if (before && isLaterOf(before, view)) this.#followTables(before, view);
    else this.#keep(onlyThose(this.#of(view.source), view.schema));
  }

  #followTables(before: View, view: View): void {
    const track = tableTracker(before.schema, view.schema);
    const earlier = this.#of(before.source);
    const kept = mapTables(earlier, track);
    const isUndone = before.undoable !== null && view.undoable === null;
    const found = isUndone ? onlyThose(this.#lost, view.schema) : NO_PREFERENCES;
    this.#lost = mapTables(earlier, (table) => (track(table) === null ? table : null));
    const hasFound = found.pinned.length + found.dropped.length > 0;
    this.#keep(
      hasFound ? { pinned: [...kept.pinned, ...found.pinned], dropped: [...kept.dropped, ...found.dropped] } : kept,
    );
  }

  #of(source: Source): TablePreferences {
    const key = keyOf(source);
    const known = this.#known.get(key) ?? remembered(key);
    this.#known.set(key, known);
    return known;
  }

  /** Of the open database, from now on. */
  #keep(preferences: TablePreferences): void {
    const { source } = this.#databases.get();
    if (preferences !== this.#of(source)) {
      this.#known.set(keyOf(source), preferences);
      remember(keyOf(source), preferences);
    }
    this.store.set(preferences);
  }
}

export function choiceOf(table: TableId, { pinned, dropped }: TablePreferences): TableChoice {
  if (pinned.some((each) => isSameTable(each, table))) return 'pinned';
  return dropped.some((each) => isSameTable(each, table)) ? 'dropped' : null;
}

function onlyThose(preferences: TablePreferences, schema: Schema): TablePreferences {
  return mapTables(preferences, tableTracker(EMPTY_SCHEMA, schema));
}

/** Whether a view is of the same database after a change, which makes a copy of what is not the person's own. */
function isLaterOf(before: View, view: View): boolean {
  if (keyOf(before.source) === keyOf(view.source)) return true;
  if (before.source.kind === 'workspace' || view.source.kind === 'sample' || view.undoable === null) return false;
  const [title, copy] = [sourceTitle(before.source), sourceTitle(view.source)];
  // Where there is one of this title already, the copy has a number.
  return copy.startsWith(title) && /^(?: \d+)?$/.test(copy.slice(title.length));
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
