/** Why a file cannot become a table: the one place where its error codes are chosen. */
import { AppError } from '../platform/errors.ts';

interface Refusal {
  readonly message: string;
  readonly hint: string;
  /** Counted from 1. */
  readonly line?: number;
}

/** The file is not what can be read: Postgres' bad_copy_file_format (documentation, appendix A). */
export function unreadable({ message, hint, line }: Refusal): AppError {
  return new AppError({ code: 'file/unreadable', message, hint, ...(line !== undefined && { details: { line } }) });
}

/** The file goes beyond a named limit: Postgres' program_limit_exceeded. */
export function beyondLimit({ message, hint, line }: Refusal): AppError {
  return new AppError({ code: 'file/too-large', message, hint, ...(line !== undefined && { details: { line } }) });
}

/** For messages: `1,234`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 row`, `2 rows`. */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
