import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../parts/icons.tsx';
import styles from './disclosure.module.css';

export interface DisclosureHandle {
  /** Opens it, brings it into sight and gives it the focus. */
  show(): void;
}

interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly ref?: Ref<DisclosureHandle>;
}

/** A line that opens. What it holds is drawn then, and not before: it can be thousands of lines. */
export function Disclosure({ title, children, ref }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);

  useImperativeHandle(ref, () => ({
    show() {
      // At once: how far can be scrolled depends on what is drawn.
      flushSync(() => setOpen(true));
      summary.current?.focus();
      summary.current?.scrollIntoView({ block: 'start' });
    },
  }));

  return (
    <details className={styles.details} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>
        <span className={styles.chevron}>
          <Icon name="chevron" />
        </span>
        {title}
      </summary>
      {open && <div className={styles.body}>{children}</div>}
    </details>
  );
}

interface ScrollBoxProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Long content in little room. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
