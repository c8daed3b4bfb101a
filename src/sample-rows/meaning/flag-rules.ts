/** How often a flag is set, by its name. */
const RULES: readonly (readonly [names: RegExp, share: number])[] = [
  [
    /(^|_)(deleted|archived|blocked|banned|cancell?ed|suspended|locked|revoked|hidden|spam|fraud|failed|void|disabled|expired|discontinued|muted)$/,
    0.06,
  ],
  [/(^|_)(admin|superuser|staff|owner|moderator|root)$/, 0.08],
  [/(^|_)(default|primary|featured|main|pinned|starred|favou?rite|urgent|lead|captain|internal|private)$/, 0.15],
  [
    /(^|_)(active|enabled|verified|published|confirmed|visible|valid|available|public|subscribed|in_stock|accepted|current|email_verified|required|success|successful|open)$/,
    0.85,
  ],
  [/(^|_)(paid|completed|done|read|delivered|approved|processed|resolved|notified|present)$/, 0.7],
  [/(^|_)(opt_in|newsletter|marketing|remote|correct|is_correct)$/, 0.35],
];

const DEFAULT_SHARE = 0.4;

/** @param column its name as words */
export function flagShare(column: string): number {
  return RULES.find(([names]) => names.test(column))?.[1] ?? DEFAULT_SHARE;
}
