import type { Detection } from '../../dialect/detect.ts';
import type { Dialect } from '../../dialect/dialect.ts';
import { Button } from '../parts/button.tsx';
import { counted } from '../parts/format.ts';
import { DialectChoice } from './dialect-choice.tsx';
import { type Material, NO_MATERIAL, pastedFile } from './material.ts';
import { recognise } from './recognise.ts';
import styles from './script-source.module.css';
import { HeldText, TextSource } from './text-source.tsx';

type ScriptMaterial = Extract<Material, { kind: 'script' }>;

interface ScriptSourceProps {
  readonly material: ScriptMaterial;
  readonly detection: Detection | null;
  readonly dialect: Dialect | null;
  readonly disabled: boolean;
  readonly onMaterial: (material: Material) => void;
  readonly onDialect: (dialect: Dialect | null) => void;
  readonly onSmartQueryResult: (text: string) => void;
}

const PLACEHOLDER = `CREATE TABLE customers (
  id   integer PRIMARY KEY,
  name text NOT NULL
);

or MySQL, MariaDB, SQLite, SQL Server: a dump, a migration, a .schema …`;

/** A script, and which SQL it is written in. */
export function ScriptSource(props: ScriptSourceProps) {
  const { material, detection, dialect, disabled, onMaterial, onDialect } = props;
  const { title, text, parts } = material;
  const write = (written: string) =>
    onMaterial(written === '' ? NO_MATERIAL : { ...material, title: text === '' ? null : title, text: written });
  return (
    <>
      {parts.length > 0 ? (
        <HeldText title={title ?? ''} disabled={disabled} onRemove={() => onMaterial(NO_MATERIAL)}>
          {counted(parts.length, 'script')}, run in this order:
          <ol className={styles.files}>
            {parts.map(({ name, firstLine }) => (
              <li key={firstLine}>{name}</li>
            ))}
          </ol>
        </HeldText>
      ) : (
        <TextSource
          label={<>SQL script {title !== null && <span>from {title}</span>}</>}
          title={title ?? 'Pasted text'}
          text={text}
          placeholder={PLACEHOLDER}
          disabled={disabled}
          onChange={write}
          onReplace={(pasted) => onMaterial({ kind: 'script', title: null, text: pasted, parts: [] })}
        />
      )}
      <OtherContent {...props} />
      {text.trim() !== '' && (
        <DialectChoice detection={detection} chosen={dialect} disabled={disabled} onChoose={onDialect} />
      )}
    </>
  );
}

/** Says so when the text seems to be no script. */
function OtherContent({ material, disabled, onMaterial, onSmartQueryResult }: ScriptSourceProps) {
  const { text, title } = material;
  const content = recognise(title, text);
  if (text === '' || content === 'sql') return null;
  return (
    <div className={styles.other} role="status">
      {content === 'rows' ? (
        <>
          <p>This looks like rows, not like SQL.</p>
          <Button disabled={disabled} onClick={() => onMaterial({ kind: 'rows', files: [pastedFile(text)] })}>
            Make a table of it
          </Button>
        </>
      ) : (
        <>
          <p>This is what the query for your own server returns.</p>
          <Button
            disabled={disabled}
            onClick={() => {
              onMaterial(NO_MATERIAL);
              onSmartQueryResult(text);
            }}
          >
            Read it
          </Button>
        </>
      )}
    </div>
  );
}
