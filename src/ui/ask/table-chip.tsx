import type { TableChoice } from '../../app/linking-preferences.ts';
import type { TableId } from '../../ask/table-preferences.ts';
import { tableName } from '../../schema/names.ts';
import { classes, IconButton } from '../parts/button.tsx';
import styles from './shown-tables.module.css';

interface TableChipProps {
  readonly table: TableId;
  readonly choice: TableChoice;
  /** It was not shown this time. */
  readonly isLater: boolean;
  readonly onChoose: (choice: TableChoice) => void;
}

/** A table's name, with the two things that a person can say about it. */
export function TableChip({ table, choice, isLater, onChoose }: TableChipProps) {
  const name = tableName(table);
  const isPinned = choice === 'pinned';
  const isDropped = choice === 'dropped';
  return (
    <li className={classes(styles.chip, isDropped && styles.dropped, isLater && styles.later)}>
      <code>{name}</code>
      <IconButton
        icon="pin"
        label={isPinned ? `${name} is pinned: let the question decide` : `Pin ${name}`}
        aria-pressed={isPinned}
        className={classes(styles.toggle, isPinned && styles.on)}
        onClick={() => onChoose(isPinned ? null : 'pinned')}
      />
      <IconButton
        icon={isDropped ? 'undo' : 'close'}
        label={isDropped ? `Let the question decide about ${name}` : `Leave ${name} out`}
        className={styles.toggle}
        onClick={() => onChoose(isDropped ? null : 'dropped')}
      />
    </li>
  );
}
