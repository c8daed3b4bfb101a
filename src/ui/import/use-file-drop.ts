import { useEffect, useRef, useState } from 'react';
import { type DroppedFile, droppedFiles } from './dropped-files.ts';

/**
 * Takes files and folders that are dropped anywhere on the page, which would otherwise make the browser leave the page
 * for them. Returns whether some are being dragged over it.
 */
export function useFileDrop(onFiles: (files: readonly DroppedFile[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // Without a related target the pointer has left the window, not just an element of it.
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = async (event: DragEvent) => {
      if (!event.dataTransfer || !hasFile(event)) return;
      event.preventDefault();
      setDragging(false);
      const files = await droppedFiles(event.dataTransfer);
      if (files.length > 0 && !signal.aborted) latest.current(files);
    };
    window.addEventListener('dragover', onDragOver, { signal });
    window.addEventListener('dragleave', onDragLeave, { signal });
    window.addEventListener('drop', (event) => void onDrop(event), { signal });
    return () => controller.abort();
  }, []);
  return dragging;
}
