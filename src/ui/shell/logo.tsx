/** The mark: a prompt that opens into rows. The same drawing as `public/icon.svg`. */
export function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="m8 10 5 6-5 6M16.5 11.5H24M16.5 16H24M16.5 20.5h4.5"
        fill="none"
        stroke="var(--accent-text)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
