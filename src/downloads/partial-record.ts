/** What is known of bytes that have arrived, kept beside them. */
import * as v from 'valibot';
import type { DownloadFile } from './contract.ts';

const nullableText = v.nullable(v.string());

const sourceSchema = v.strictObject({
  /** As it was asked, before any redirect: where those lead to expires. */
  url: v.string(),
  etag: nullableText,
  lastModified: nullableText,
});

const recordSchema = v.strictObject({
  version: v.literal(1),
  key: v.string(),
  /** What the download was asked for. */
  sizeBytes: v.nullable(v.number()),
  sha256: nullableText,
  /** As the server told it. */
  totalBytes: v.nullable(v.number()),
  source: sourceSchema,
});

/** Where bytes came from, and how to tell whether the same ones are still there. */
export type Source = v.InferOutput<typeof sourceSchema>;
export type PartialRecord = v.InferOutput<typeof recordSchema>;

/** Null when the text is none, or that of another version. */
export function parsePartialRecord(text: string): PartialRecord | null {
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** How much of what is kept can be the beginning of `file`: another version may have been meant when it arrived. */
export function usableBytes(
  file: DownloadFile,
  key: string,
  kept: { readonly bytes: number; readonly record: PartialRecord | null } | null,
): number {
  if (!kept?.record) return 0;
  const { record, bytes } = kept;
  const isSame = record.key === key && record.sizeBytes === file.sizeBytes && record.sha256 === file.sha256;
  const limit = file.sizeBytes ?? record.totalBytes ?? Number.POSITIVE_INFINITY;
  return isSame && bytes <= limit ? bytes : 0;
}
