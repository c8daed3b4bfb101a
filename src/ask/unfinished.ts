import { AppError, type ErrorData } from '../platform/errors.ts';

/** An error about a text that the model wrote, which the person may want to repair. */
export class Unfinished extends AppError {
  constructor(
    readonly sql: string,
    data: ErrorData,
  ) {
    super(data);
  }
}
