/**
 * What the workspaces' worker offers: where databases are kept. It packs and unpacks many megabytes, which a page would
 * stutter at; `Blob`s cross to it and back without being copied.
 */
import type { Workspace } from './workspace.ts';

/** What a database is, as far as it is stored. */
export interface WorkspaceData {
  /** An uncompressed tar. */
  readonly dataDirectory: Blob;
  readonly tables: number;
}

/** Each rejects with `storage/unavailable` or `storage/full` too. */
export interface WorkspaceContract {
  /** The latest changed first. Records of later versions are left out, and left alone. */
  list(): Promise<Workspace[]>;
  /** Rejects with `workspace/missing`. */
  get(id: string): Promise<Workspace>;
  /** Rejects with `workspace/missing` and `workspace/damaged`. */
  read(id: string): Promise<WorkspaceData>;
  /** Makes one, under a title that is free. */
  create(title: string, data: WorkspaceData): Promise<Workspace>;
  /** Replaces what is in a workspace. Rejects with `workspace/missing` when it was deleted meanwhile. */
  save(id: string, data: WorkspaceData): Promise<Workspace>;
  /** Rejects with `workspace/missing`. */
  rename(id: string, title: string): Promise<Workspace>;
  /** Rejects with `workspace/missing`. */
  duplicate(id: string): Promise<Workspace>;
  remove(id: string): Promise<void>;
  /** A data directory as a file to keep: a gzipped tar. */
  toFile(dataDirectory: Blob): Promise<Blob>;
  /** The data directory in a file that `toFile` made. Rejects with `workspace/damaged`. */
  fromFile(file: Blob): Promise<Blob>;
}
