// Applies the remembered theme before first paint; src/app/theme.ts owns it. A file of its own because the page's
// content security policy allows no inline script.
try {
  const theme = localStorage.getItem('expert-sql/theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused in some private windows and third-party frames: the system's theme it is.
}
