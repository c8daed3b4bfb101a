/** Which rows of a long table are drawn: those in sight and enough around them that scrolling shows no gap. */

/** Pixels; the style sheet gives every row this height. */
export const ROW_HEIGHT = 32;
/** Rows drawn above and below those in sight. Generous, so that results of a few screens are whole for the browser's own search. */
const MARGIN_ROWS = 60;
/** The window moves by this many rows at a time, so that most scroll events change nothing. */
const STEP_ROWS = 20;

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

export function visibleRows(scrollTop: number, viewHeight: number, rowCount: number): RowWindow {
  const firstInSight = Math.floor(scrollTop / ROW_HEIGHT);
  const inSight = Math.ceil(viewHeight / ROW_HEIGHT);
  const first = Math.max(0, Math.floor((firstInSight - MARGIN_ROWS) / STEP_ROWS) * STEP_ROWS);
  const end = Math.ceil((firstInSight + inSight + MARGIN_ROWS) / STEP_ROWS) * STEP_ROWS;
  return { first: Math.min(first, rowCount), end: Math.min(end, rowCount) };
}
