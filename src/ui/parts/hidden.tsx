import type { ReactNode } from 'react';
import styles from './hidden.module.css';

/** Words for those who hear the page, where others see a sign or a place. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
