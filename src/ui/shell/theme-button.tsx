import { useSyncExternalStore } from 'react';
import { useStore } from '../../app/store.ts';
import type { Themes } from '../../app/theme.ts';
import { IconButton } from '../parts/button.tsx';

const DARK_SYSTEM = matchMedia('(prefers-color-scheme: dark)');

/** Switches between light and dark. Going back to what the system says is choosing it, so that it follows again. */
export function ThemeButton({ themes }: { readonly themes: Themes }) {
  const theme = useStore(themes.store);
  const systemIsDark = useSyncExternalStore(subscribeToSystem, () => DARK_SYSTEM.matches);
  const isDark = theme === 'system' ? systemIsDark : theme === 'dark';
  const other = isDark ? 'light' : 'dark';
  const otherIsSystems = systemIsDark === (other === 'dark');
  return (
    <IconButton
      icon={isDark ? 'sun' : 'moon'}
      label={isDark ? 'Light theme' : 'Dark theme'}
      onClick={() => themes.choose(otherIsSystems ? 'system' : other)}
    />
  );
}

function subscribeToSystem(listener: () => void): () => void {
  DARK_SYSTEM.addEventListener('change', listener);
  return () => DARK_SYSTEM.removeEventListener('change', listener);
}
