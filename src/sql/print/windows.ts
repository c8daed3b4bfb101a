import type { Node, WindowDef } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { printAt, printList } from './expression.ts';
import { LEVEL } from './operators.ts';
import type { Printer } from './printer.ts';
import { printSort } from './sort.ts';

/** Bits of WindowDef.frameOptions (parsenodes.h). */
const FRAME = {
  nonDefault: 0x00001,
  range: 0x00002,
  rows: 0x00004,
  groups: 0x00008,
  startUnboundedPreceding: 0x00020,
  endUnboundedFollowing: 0x00100,
  startCurrentRow: 0x00200,
  endCurrentRow: 0x00400,
  startOffsetPreceding: 0x00800,
  endOffsetPreceding: 0x01000,
  startOffsetFollowing: 0x02000,
  excludeCurrentRow: 0x08000,
  excludeGroup: 0x10000,
  excludeTies: 0x20000,
} as const;

/** What follows OVER: the name of a window or a window. */
export function printOver(window: WindowDef, printer: Printer): string {
  if (window.name !== undefined) return windowName(window.name, printer);
  return `(${printWindow(window, printer)})`;
}

/** What stands in the parentheses of a window. */
export function printWindow(window: WindowDef, printer: Printer): string {
  const parts: string[] = [];
  if (window.refname !== undefined) parts.push(windowName(window.refname, printer));
  if (window.partitionClause) parts.push(`PARTITION BY ${printList(window.partitionClause, printer)}`);
  if (window.orderClause) parts.push(`ORDER BY ${printSort(window.orderClause, printer)}`);
  const frame = printFrame(window, printer);
  if (frame !== null) parts.push(frame);
  return parts.join(' ');
}

/** Names belong to the SELECT that the window stands in. */
export function windowName(name: string, printer: Printer): string {
  return printer.names.window(must(printer.scope, 'the SELECT of a window'), name);
}

/** Null for the frame that a window has by itself: from the first row to the last peer of the current one. */
function printFrame({ frameOptions = 0, startOffset, endOffset }: WindowDef, printer: Printer): string | null {
  if ((frameOptions & FRAME.nonDefault) === 0) return null;
  const has = (flag: keyof typeof FRAME) => (frameOptions & FRAME[flag]) !== 0;
  const unit = has('rows') ? 'ROWS' : has('groups') ? 'GROUPS' : 'RANGE';
  const start = has('startUnboundedPreceding')
    ? 'UNBOUNDED PRECEDING'
    : has('startCurrentRow')
      ? 'CURRENT ROW'
      : offset(startOffset, has('startOffsetPreceding'), printer);
  const end = has('endUnboundedFollowing')
    ? 'UNBOUNDED FOLLOWING'
    : has('endCurrentRow')
      ? 'CURRENT ROW'
      : offset(endOffset, has('endOffsetPreceding'), printer);
  const exclusion = has('excludeCurrentRow')
    ? ' EXCLUDE CURRENT ROW'
    : has('excludeGroup')
      ? ' EXCLUDE GROUP'
      : has('excludeTies')
        ? ' EXCLUDE TIES'
        : '';
  const text = `${unit} BETWEEN ${start} AND ${end}${exclusion}`;
  return text === 'RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW' ? null : text;
}

function offset(node: Node | undefined, isPreceding: boolean, printer: Printer): string {
  return `${printAt(node, LEVEL.other, printer)} ${isPreceding ? 'PRECEDING' : 'FOLLOWING'}`;
}
