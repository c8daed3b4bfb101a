import { type DatabaseView, sourceTitle } from '../../app/database-view.ts';
import { classes } from '../parts/button.tsx';
import { counted } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import styles from './schema-toggle.module.css';

interface SchemaToggleProps {
  readonly view: DatabaseView;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** On narrow screens the schema is folded away under this bar. */
export function SchemaToggle({ view: { source, status, schema }, open, onToggle }: SchemaToggleProps) {
  const state = status.kind === 'ready' ? counted(schema.tables.length, 'table') : STATUS_WORDS[status.kind];
  return (
    <button type="button" className={styles.toggle} aria-expanded={open} aria-controls="schema" onClick={onToggle}>
      <Icon name="table" />
      <span className={styles.title}>{sourceTitle(source)}</span>
      <span className={styles.state}>{state}</span>
      <span className={classes(styles.chevron, open && styles.open)}>
        <Icon name="down" />
      </span>
    </button>
  );
}

const STATUS_WORDS = {
  starting: 'starting…',
  filling: 'filling…',
  restoring: 'restoring…',
  failed: 'did not start',
} as const;
