import type { SelectHTMLAttributes } from 'react';
import { classes } from '../parts/button.tsx';
import { Icon } from '../parts/icons.tsx';
import styles from './select.module.css';

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  /** For places where many stand below one another. */
  readonly small?: boolean;
}

export function Select({ small = false, ...rest }: SelectProps) {
  return (
    <span className={classes(styles.frame, small && styles.small)}>
      <select {...rest} />
      <Icon name="down" />
    </span>
  );
}
