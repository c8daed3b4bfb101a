import { AppError } from '../platform/errors.ts';
import { MAX_SCRIPT_CHARACTERS } from './contract.ts';

/** @throws AppError `database/script-too-large` */
export function refuseTooLarge(script: string): void {
  if (script.length <= MAX_SCRIPT_CHARACTERS) return;
  throw new AppError({
    code: 'database/script-too-large',
    message: `The script has ${script.length} characters; at most ${MAX_SCRIPT_CHARACTERS} are taken.`,
    hint: 'Leave out the rows (pg_dump --schema-only), or paste it in parts.',
  });
}
