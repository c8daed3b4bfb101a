/** Columns joined by `|`, rows by `;`, NULL as `~`, numbers without the zeros that only tell their scale. */
export function shownRows(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => row.map(shown).join('|')).join(';');
}

function shown(value: string | null): string {
  if (value === null) return '~';
  return /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value;
}
