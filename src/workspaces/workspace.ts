/** A database of the person's own, kept in the browser across reloads. */
import * as v from 'valibot';

/** Raised when what is stored changes shape; older records are then brought up to date when they are read. */
export const WORKSPACE_VERSION = 1;
export const MAX_TITLE_CHARACTERS = 120;

const workspaceSchema = v.strictObject({
  version: v.literal(WORKSPACE_VERSION),
  id: v.pipe(v.string(), v.uuid()),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE_CHARACTERS)),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Of the stored data directory, compressed. */
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  tables: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type Workspace = v.InferOutput<typeof workspaceSchema>;

/** Null for a record that this version cannot read: of a later version, or damaged. */
export function parseWorkspace(stored: unknown): Workspace | null {
  const result = v.safeParse(workspaceSchema, stored);
  return result.success ? result.output : null;
}

/** A title that none of the others has: `Shop`, `Shop 2`, `Shop 3`. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const base = wanted.trim().slice(0, MAX_TITLE_CHARACTERS - 5) || 'Untitled';
  if (!taken.includes(base)) return base;
  const stem = base.replace(/ \d{1,3}$/, '');
  for (let number = 2; ; number++) {
    const title = `${stem} ${number}`;
    if (!taken.includes(title)) return title;
  }
}
