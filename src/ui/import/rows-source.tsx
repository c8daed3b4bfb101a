import { FileCard, type ReadFile } from './file-card.tsx';
import type { ImportTools } from './import-ports.ts';
import { fileKey } from './material.ts';

interface RowsSourceProps {
  readonly files: readonly File[];
  readonly tools: ImportTools;
  readonly disabled: boolean;
  readonly faultsOf: (file: File) => readonly string[];
  readonly onRead: (file: File, read: ReadFile | null) => void;
  readonly onRemove: (file: File) => void;
}

/** Files with rows, each with what it would become. */
export function RowsSource({ files, tools, disabled, faultsOf, onRead, onRemove }: RowsSourceProps) {
  return files.map((file) => (
    <FileCard
      key={fileKey(file)}
      file={file}
      tools={tools}
      disabled={disabled}
      faults={faultsOf(file)}
      onRead={onRead}
      onRemove={onRemove}
    />
  ));
}
