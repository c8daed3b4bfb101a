import type { ValueKind } from '../types/value-kind.ts';
import { asDay, asMoment, asNumeric, asText, type Expression, isWholeNumber, operand } from './expression.ts';
import { type Done, done } from './node.ts';

/**
 * What a call becomes. `{1}` is its first argument as it stands between commas, `{1:operand}` as an operand,
 * `{1:moment}`, `{1:day}`, `{1:text}`, `{1:int}` and `{1:numeric}` with a cast to such a type where it needs one, `{*}` all of them.
 */
export interface CallTemplate {
  readonly sql: string;
  /** Operators outside parentheses. */
  readonly binds?: 'loose';
  readonly value?: ValueKind;
  /** In what it differs from what was written. */
  readonly note?: string;
}

/** By name and number of arguments (`left/2`), or any number (`concat/*`). */
export type CallTemplates = Readonly<Record<string, CallTemplate>>;

/** Characters of an argument that may be written twice: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;
const PLACEHOLDER = /\{(\d|\*)(?::(\w+))?\}/g;

const NAMES = new WeakMap<CallTemplates, ReadonlySet<string>>();

/** Names of the functions that a table of templates knows. */
export function templateNames(templates: CallTemplates): ReadonlySet<string> {
  let names = NAMES.get(templates);
  if (!names) {
    names = new Set(Object.keys(templates).map((key) => key.slice(0, key.indexOf('/'))));
    NAMES.set(templates, names);
  }
  return names;
}

/** Undefined where a long argument would have to be written twice. */
export function fillTemplate(template: CallTemplate, args: readonly Expression[], untyped: boolean): Done | undefined {
  const used = [...template.sql.matchAll(PLACEHOLDER)].map(([, place]) => place);
  const repeated = args.filter((_, index) => used.filter((place) => place === String(index + 1)).length > 1);
  if (repeated.some(({ text }) => text.length > MAX_REPEATED_CHARACTERS)) return undefined;
  const text = template.sql.replaceAll(PLACEHOLDER, (_, place: string, form: string | undefined) => {
    if (place === '*') return args.map((arg) => arg.text).join(', ');
    const arg = args[Number(place) - 1];
    return arg ? inForm(arg, form, untyped) : '';
  });
  return done(text, { binds: template.binds ?? 'tight', value: template.value });
}

function inForm(arg: Expression, form: string | undefined, untyped: boolean): string {
  switch (form) {
    case 'operand':
      return operand(arg);
    case 'moment':
      return asMoment(arg, untyped);
    case 'day':
      return asDay(arg);
    case 'text':
      return asText(arg);
    case 'int':
      return isWholeNumber(arg) ? arg.text : `${operand(arg)}::int`;
    case 'numeric':
      return asNumeric(arg);
    default:
      return arg.text;
  }
}
