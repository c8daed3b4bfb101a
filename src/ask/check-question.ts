/** What is looked at before anything is started. */
import { AppError } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';

/** A question is a sentence or two; the bundled model's whole context is 2,048 tokens and the schema needs most of it. */
export const MAX_QUESTION_CHARACTERS = 500;
/** A request to change the data (or a pasted statement that does): a query would answer another question. */
const WRITE_REQUEST =
  /^(?:please\s+)?(?:delete|drop|truncate|insert|update|alter|remove|erase)\s+(?:all|every|the|from|into|table|column|a|an|my|our|\w+\s+set)\b/i;

/** @throws AppError */
export function checkedQuestion(text: string): string {
  const question = text.trim();
  if (question === '') {
    throw new AppError({
      code: 'ask/empty-question',
      message: 'There is no question yet.',
      hint: 'Type what you want to know, such as “how many rows are in each table?”.',
    });
  }
  if (question.length > MAX_QUESTION_CHARACTERS) {
    throw new AppError({
      code: 'ask/question-too-long',
      message: `The question has ${question.length.toLocaleString('en')} characters; the limit is ${MAX_QUESTION_CHARACTERS}.`,
      hint: 'Ask for one thing in a sentence or two.',
    });
  }
  if (WRITE_REQUEST.test(question)) {
    throw new AppError({
      code: 'ask/read-only',
      message: 'Questions only read: nothing was changed.',
      hint: 'Ask for the rows instead, or import a script to change the database.',
    });
  }
  return question;
}

/** @throws AppError `ask/empty-schema` */
export function checkedSchema(schema: Schema): Schema {
  if (schema.tables.length > 0) return schema;
  throw new AppError({
    code: 'ask/empty-schema',
    message: 'The database has no tables, so there is nothing to ask about.',
    hint: 'Choose a sample database, or paste a script with CREATE TABLE statements.',
  });
}
