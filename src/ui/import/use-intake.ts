import { useCallback, useState } from 'react';
import type { Dialect } from '../../dialect/dialect.ts';
import type { SmartQueryResult } from '../../schema/smart-query/read-result.ts';
import type { ReadFile } from './file-card.tsx';
import { fileKey, type Material, NO_MATERIAL, withFiles } from './material.ts';
import { useDetection } from './use-detection.ts';
import { useTaking } from './use-taking.ts';

export type IntakeTab = 'files' | 'server' | 'query';

export type Intake = ReturnType<typeof useIntake>;

/** What lies in the dialog. It stays while the dialog is closed. */
export function useIntake(onDatabase: (file: File, title: string) => void) {
  const [tab, setTab] = useState<IntakeTab>('files');
  const [material, setMaterialOnly] = useState<Material>(NO_MATERIAL);
  const [dialect, setDialect] = useState<Dialect | null>(null);
  const [serverText, setServerText] = useState('');
  const [serverResult, setServerResult] = useState<SmartQueryResult | null>(null);
  const [read, setRead] = useState<ReadonlyMap<string, ReadFile>>(new Map());
  const detection = useDetection(material.kind === 'script' ? material.text : '');

  const setMaterial = (next: Material) => {
    setMaterialOnly(next);
    // Another text may be of another dialect; one that is edited is not.
    if (!isEdited(material, next)) setDialect(null);
    taking.forget();
  };

  const readServerText = (text: string) => {
    setServerText(text);
    setTab('server');
  };

  const taking = useTaking({
    onScript: (script) => {
      setTab('files');
      setMaterialOnly({ kind: 'script', ...script });
      setDialect(null);
    },
    onRows: (files) => {
      setTab('files');
      setMaterialOnly({ kind: 'rows', files: withFiles(material.kind === 'rows' ? material.files : [], files) });
    },
    onSmartQueryResult: readServerText,
    onDatabase,
  });

  const setReadFile = useCallback((file: File, readFile: ReadFile | null) => {
    setRead((current) => {
      const next = new Map(current);
      if (readFile) next.set(fileKey(file), readFile);
      else next.delete(fileKey(file));
      return next;
    });
  }, []);

  const removeFiles = (files: readonly File[]) => {
    if (material.kind !== 'rows' || files.length === 0) return;
    for (const file of files) setReadFile(file, null);
    const left = material.files.filter((file) => !files.includes(file));
    setMaterial(left.length > 0 ? { kind: 'rows', files: left } : NO_MATERIAL);
  };

  return {
    tab,
    setTab,
    material,
    setMaterial,
    /** What the person chose; null to go by what was found. */
    dialect,
    setDialect,
    detection,
    serverText,
    setServerText,
    serverResult,
    setServerResult,
    readServerText,
    /** By their keys; those that are being read, or cannot be, are not among them. */
    read,
    setReadFile,
    removeFiles,
    taking,
  };
}

function isEdited(before: Material, after: Material): boolean {
  return before.kind === 'script' && after.kind === 'script' && after.text !== '' && before.title === after.title;
}
