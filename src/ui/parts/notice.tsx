import type { ReactNode } from 'react';
import { classes, IconButton } from './button.tsx';
import styles from './notice.module.css';

interface NoticeProps {
  readonly look?: 'plain' | 'warn';
  readonly children?: ReactNode;
  /** What the person can do, as buttons. */
  readonly actions?: ReactNode;
  /** Takes it away, where it may be taken away. */
  readonly onDismiss?: (() => void) | undefined;
}

/** A remark that is no error: what just happened, or what to know of the state of things. */
export function Notice({ look = 'plain', children, actions, onDismiss }: NoticeProps) {
  return (
    <div className={classes(styles.notice, look === 'warn' && styles.warn)} role="status">
      <div className={styles.body}>
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && <IconButton icon="close" label="Dismiss" className={styles.dismiss} onClick={onDismiss} />}
    </div>
  );
}
