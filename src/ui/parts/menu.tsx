import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { classes, IconButton } from './button.tsx';
import type { IconName } from './icons.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly onSelect: () => void;
  /** Why it cannot be chosen now; undefined when it can. */
  readonly unless?: string | undefined;
  readonly look?: 'plain' | 'danger';
}

interface MenuProps {
  /** The button's name: `More about orders`. */
  readonly label: string;
  readonly icon: IconName;
  /** In groups, with a line between them; empty groups are left out. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** Space between the menu and the window's edges, and between the button and the menu, in CSS pixels. */
const MARGIN = 8;

/** A button with a list of things to do. What is in the list is drawn when it opens. */
export function Menu({ label, icon, groups, disabled, className }: MenuProps) {
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const step = STEPS[event.key];
    if (step !== undefined) {
      const current = all.findIndex((item) => item.matches(':focus'));
      all.at((current + step) % all.length)?.focus();
    } else if (event.key === 'Home' || event.key === 'End') {
      all.at(event.key === 'Home' ? 0 : -1)?.focus();
    } else if (event.key === 'Tab') {
      menu.current?.hidePopover();
      return;
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        disabled={disabled}
        className={className}
        popoverTarget={menuId}
        aria-haspopup="menu"
        aria-expanded={open}
      />
      <div
        ref={menu}
        id={menuId}
        popover="auto"
        role="menu"
        aria-label={label}
        className={styles.menu}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          const isOpen = event.newState === 'open';
          setOpen(isOpen);
          if (!isOpen) return;
          // Once its items are drawn, it has a size.
          requestAnimationFrame(() => {
            if (button.current && menu.current) place(menu.current, button.current);
            items()[0]?.focus();
          });
        }}
      >
        {open &&
          groups
            .filter((group) => group.length > 0)
            .map((group) => (
              <div key={group[0]?.label} className={styles.group} role="presentation">
                {group.map((item) => (
                  <MenuButton key={item.label} item={item} onChosen={() => menu.current?.hidePopover()} />
                ))}
              </div>
            ))}
      </div>
    </>
  );
}

const STEPS: Readonly<Partial<Record<string, number>>> = { ArrowDown: 1, ArrowUp: -1 };

function MenuButton({ item, onChosen }: { readonly item: MenuItem; readonly onChosen: () => void }) {
  const isOff = item.unless !== undefined;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={isOff}
      className={classes(styles.item, item.look === 'danger' && styles.danger)}
      onClick={() => {
        if (isOff) return;
        onChosen();
        item.onSelect();
      }}
    >
      {item.label}
      {isOff && <span className={styles.why}>{item.unless}</span>}
    </button>
  );
}

/** Below the button, ending where it ends; above it where there is no room below. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + MARGIN / 2;
  const top = below + height + MARGIN <= innerHeight ? below : Math.max(MARGIN, anchor.top - MARGIN / 2 - height);
  const left = Math.min(Math.max(MARGIN, anchor.right - width), innerWidth - width - MARGIN);
  Object.assign(menu.style, { top: `${top}px`, left: `${left}px` });
}
