import type { ColumnPreview } from '../../tabular/preview-model.ts';
import { count } from '../parts/format.ts';
import styles from './column-editor.module.css';
import { TYPE_GROUPS, typeKey, typeOfKey, typeTitle } from './column-types.ts';
import { Select } from './select.tsx';

interface ColumnEditorProps {
  readonly column: ColumnPreview;
  readonly rowCount: number;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<ColumnPreview>) => void;
}

/** Whether a column is imported, as what, and why so. */
export function ColumnEditor({ column, rowCount, disabled, onChange }: ColumnEditorProps) {
  const { name, title, type, detectedType, isIncluded } = column;
  const called = title ?? name;
  const isChosen = typeKey(type) !== typeKey(detectedType);
  return (
    <li className={styles.column} data-included={isIncluded}>
      <input
        type="checkbox"
        aria-label={`Import the column ${called}`}
        disabled={disabled}
        checked={isIncluded}
        onChange={(event) => onChange({ isIncluded: event.target.checked })}
      />
      <input
        className={styles.name}
        aria-label={`Name of the column ${called}`}
        disabled={disabled || !isIncluded}
        spellCheck={false}
        autoCapitalize="off"
        title={title !== null && title !== name ? `“${title}” in the file` : undefined}
        value={name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        small
        aria-label={`Type of the column ${called}`}
        disabled={disabled || !isIncluded}
        value={typeKey(type)}
        onChange={(event) => {
          const chosen = typeOfKey(event.target.value);
          if (chosen) onChange({ type: chosen });
        }}
      >
        {TYPE_GROUPS.map((group) => (
          <optgroup key={group.title} label={group.title}>
            {group.options.map((option) => (
              <option key={option.key} value={option.key}>
                {option.title}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <p className={styles.why}>
        {isChosen ? (
          <span>
            instead of {typeTitle(detectedType)}; cells that do not fit become NULL and are listed in the report
          </span>
        ) : (
          <span>{column.evidence}</span>
        )}
        {column.missing > 0 && column.missing < rowCount && <span>{count(column.missing)} missing</span>}
        {column.ambiguity !== undefined && !isChosen && (
          <span className={styles.ambiguity}>{column.ambiguity} Choose the type that is right.</span>
        )}
      </p>
    </li>
  );
}
