/**
 * Light or dark: the system's choice until the person makes one, which is remembered. `public/theme.js` applies the
 * remembered one before first paint; the key below is its key too.
 */
import { Store } from './store.ts';

const STORAGE_KEY = 'expert-sql/theme';

export type Theme = 'system' | 'light' | 'dark';

export class Themes {
  readonly store: Store<Theme>;

  constructor() {
    this.store = new Store<Theme>(remembered());
    this.#apply();
  }

  choose(theme: Theme): void {
    this.store.set(theme);
    this.#apply();
    remember(theme);
  }

  #apply(): void {
    const theme = this.store.get();
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }
}

/** Storage is refused in some private windows and third-party frames: the choice then lasts for the visit. */
function remembered(): Theme {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function remember(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // See above.
  }
}
