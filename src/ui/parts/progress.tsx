import styles from './progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; null while the amount of work is unknown. */
  readonly fraction: number | null;
}

export function Progress({ label, fraction }: ProgressProps) {
  return <progress className={styles.progress} aria-label={label} {...(fraction !== null && { value: fraction })} />;
}

/** Says "busy" beside a text that says with what. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
