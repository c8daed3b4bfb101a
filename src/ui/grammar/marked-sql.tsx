import type { Place } from '../../sql-tools/contract.ts';
import { Hidden } from '../parts/hidden.tsx';
import { excerptOf } from './excerpt.ts';
import styles from './try-sql.module.css';

interface MarkedSqlProps {
  readonly text: string;
  readonly place: Place;
}

/** SQL with the word at fault marked; at its end, a gap where something is missing. */
export function MarkedSql({ text, place }: MarkedSqlProps) {
  const { before, marked, after } = excerptOf(text, place);
  return (
    <pre className={styles.sql}>
      {before}
      <Mark text={marked} />
      {after}
    </pre>
  );
}

/** The word at fault; a gap where there is none. */
export function Mark({ text }: { readonly text: string }) {
  return (
    <mark className={styles.mark}>
      <Hidden>{text === '' ? 'ends too soon' : 'at fault: '}</Hidden>
      {text === '' ? '\u2003' : text}
    </mark>
  );
}
