/** What lies in the dialog, to be imported. */
import type { ScriptPart } from './join-scripts.ts';

export type Material =
  | {
      readonly kind: 'script';
      /** Null when it was written or pasted here. */
      readonly title: string | null;
      readonly text: string;
      /** Of several files; empty when there is one text. */
      readonly parts: readonly ScriptPart[];
    }
  /** CSV, TSV, JSON or NDJSON. */
  | { readonly kind: 'rows'; readonly files: readonly File[] };

export const NO_MATERIAL: Material = { kind: 'script', title: null, text: '', parts: [] };

/** What a text pasted as rows is called as a file. */
export function pastedFile(text: string): File {
  const isJson = /^\s*[[{]/.test(text);
  return new File([text], isJson ? 'pasted.json' : 'pasted.csv');
}

/** Equal for a file that is taken twice. */
export function fileKey({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}

/** Files that are there and others, each once. */
export function withFiles(files: readonly File[], others: readonly File[]): readonly File[] {
  return [...new Map([...files, ...others].map((file) => [fileKey(file), file])).values()];
}
