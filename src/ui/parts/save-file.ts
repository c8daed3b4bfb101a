/** Has the browser save something that the page made, as a download. */
export function saveFile(contents: Blob, fileName: string): void {
  const url = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has begun to read it by then; at once, Safari would find nothing.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `Shop (2024).sql` as a file name: `Shop-2024.sql`. Letters of any script stay. */
export function fileNameOf(title: string, extension: string): string {
  const stem = title
    .replace(/\.(?:sql|csv|json|ndjson|txt|gz)$/i, '')
    .replace(/[^\p{L}\p{N}_.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${stem || 'database'}.${extension}`;
}
