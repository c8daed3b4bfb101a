/** The page's icons: 16 × 16 strokes in the colour of the text around them. Always beside a word or inside a named button. */
import type { ReactNode } from 'react';

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}

const PATHS = {
  key: (
    <>
      <circle cx="5.25" cy="10.75" r="2.75" />
      <path d="m7.25 8.75 6-6M11 5l1.75 1.75" />
    </>
  ),
  link: (
    <>
      <path d="M3 4.5v3a3 3 0 0 0 3 3h7" />
      <path d="m10.25 7.75 2.75 2.75-2.75 2.75" />
    </>
  ),
  table: (
    <>
      <rect x="2" y="2.75" width="12" height="10.5" rx="1.5" />
      <path d="M2 6.25h12M6.5 6.25v7" />
    </>
  ),
  view: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  chevron: <path d="m6 3.75 4.25 4.25L6 12.25" />,
  down: <path d="m3.75 6 4.25 4.25L12.25 6" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
    </>
  ),
  check: <path d="m3 8.5 3.25 3.25L13 4.75" />,
  play: <path d="M4.75 3.25v9.5l7.75-4.75z" fill="currentColor" />,
  close: <path d="m3.75 3.75 8.5 8.5M12.25 3.75l-8.5 8.5" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
    </>
  ),
  moon: <path d="M13.5 9.75A5.9 5.9 0 0 1 6.25 2.5a5.9 5.9 0 1 0 7.25 7.25Z" />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  edit: <path d="M10.75 2.75 13.25 5.25 5.5 13l-3 .5.5-3z" />,
  upload: (
    <path d="M8 10.5v-8M4.75 5.5 8 2.25l3.25 3.25M2.5 10.5V12A1.5 1.5 0 0 0 4 13.5h8a1.5 1.5 0 0 0 1.5-1.5v-1.5" />
  ),
  warning: (
    <>
      <path d="M8 2.25 14.25 13H1.75z" />
      <path d="M8 6.5v3M8 11.25v.01" />
    </>
  ),
  plus: <path d="M8 3.25v9.5M3.25 8h9.5" />,
  minus: <path d="M3.25 8h9.5" />,
  fit: <path d="M2.5 5.75V2.5h3.25M10.25 2.5h3.25v3.25M13.5 10.25v3.25h-3.25M5.75 13.5H2.5v-3.25" />,
  diagram: (
    <>
      <rect x="1.75" y="2.5" width="5" height="4" rx="1" />
      <rect x="9.25" y="9.5" width="5" height="4" rx="1" />
      <path d="M4.25 6.5v5h5" />
    </>
  ),
  code: <path d="m5 4.5-3.5 3.5L5 11.5M11 4.5 14.5 8 11 11.5M9.25 3.5l-2.5 9" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.25" />,
  pin: <path d="M5.25 2.25h5.5M6.25 2.25v4L4 9v1.25h8V9L9.75 6.25v-4M8 10.25v3.5" />,
  undo: <path d="M5.5 3 2.5 6l3 3M2.75 6h6.5a4 4 0 0 1 0 8H6" />,
  rows: <path d="M2.5 4h11M2.5 8h11M2.5 12h7" />,
} satisfies Record<string, ReactNode>;
