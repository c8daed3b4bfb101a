import type { ReactNode } from 'react';
import type { ErrorData } from '../../platform/errors.ts';
import styles from './error-notice.module.css';
import { Icon } from './icons.tsx';

interface ErrorNoticeProps {
  /** What failed, in the page's words: `The query failed`. */
  readonly title: string;
  readonly error: ErrorData;
  /** More about it, such as where in the query it is. */
  readonly children?: ReactNode;
  /** What the person can do, as buttons. */
  readonly actions?: ReactNode;
}

/** What happened, why, and what to do next. */
export function ErrorNotice({ title, error, children, actions }: ErrorNoticeProps) {
  const detail = error.details?.detail;
  return (
    <div className={styles.notice} role="alert">
      <Icon name="warning" />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        <p>{sentence(error.message)}</p>
        {typeof detail === 'string' && <p>{sentence(detail)}</p>}
        {children}
        {error.hint && <p className={styles.hint}>{sentence(error.hint)}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <code className={styles.code}>{error.code}</code>
    </div>
  );
}

/** Postgres writes messages in lower case and without a stop. */
function sentence(text: string): string {
  const trimmed = text.trim();
  const ended = /[.!?…:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}
