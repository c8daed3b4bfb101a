import styles from './files-tab.module.css';
import type { ImportTools } from './import-ports.ts';
import { fileKey } from './material.ts';
import { RowsSource } from './rows-source.tsx';
import { ScriptSource } from './script-source.tsx';
import type { Intake } from './use-intake.ts';

interface FilesTabProps {
  readonly intake: Intake;
  readonly tools: ImportTools;
  readonly disabled: boolean;
  /** Why files cannot be imported as they are, by their keys. */
  readonly faults: ReadonlyMap<string, readonly string[]>;
}

/** A script, or files with rows. */
export function FilesTab({ intake, tools, disabled, faults }: FilesTabProps) {
  const { material } = intake;
  if (material.kind === 'rows') {
    return (
      <RowsSource
        files={material.files}
        tools={tools}
        disabled={disabled}
        faultsOf={(file) => faults.get(fileKey(file)) ?? []}
        onRead={intake.setReadFile}
        onRemove={(file) => intake.removeFiles([file])}
      />
    );
  }
  return (
    <>
      <p className={styles.intro}>
        Paste SQL, or drop files anywhere on the page: scripts and dumps of PostgreSQL, MySQL, MariaDB, SQLite or SQL
        Server, a folder of migrations, CSV, TSV, JSON or NDJSON. They stay in this page and go nowhere else.
      </p>
      <ScriptSource
        material={material}
        detection={intake.detection}
        dialect={intake.dialect}
        disabled={disabled}
        onMaterial={intake.setMaterial}
        onDialect={intake.setDialect}
        onSmartQueryResult={intake.readServerText}
      />
    </>
  );
}
