import type { Models } from '../../app/models.ts';
import type { Themes } from '../../app/theme.ts';
import { ModelMenu } from '../model/model-menu.tsx';
import { Icon } from '../parts/icons.tsx';
import styles from './header.module.css';
import { Logo } from './logo.tsx';
import { ThemeButton } from './theme-button.tsx';

export function Header({ models, themes }: { readonly models: Models; readonly themes: Themes }) {
  return (
    <header className={styles.header}>
      <p className={styles.brand}>
        <Logo />
        Expert SQL
      </p>
      <p className={styles.privacy}>
        <Icon name="lock" />
        Runs in this page; your data stays here
      </p>
      <ModelMenu models={models} />
      <ThemeButton themes={themes} />
    </header>
  );
}
