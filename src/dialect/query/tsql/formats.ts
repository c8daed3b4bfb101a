import { textLiteral } from '../../../schema/names.ts';
import { fromDotnetPattern } from '../date-formats.ts';
import { asMoment } from '../expression.ts';
import { done } from '../node.ts';
import type { CallRule } from '../rules.ts';

/** `#,##0.00` and `000`. */
function numberPattern(text: string): string | undefined {
  const [, digits, fraction = ''] = /^((?:#,##)?0+)(\.0+)?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return digits.startsWith('#') ? `FM999,999,999,999,990${fraction}` : `FM${digits}${fraction}`;
}

/** FORMAT(value, 'yyyy-MM-dd'), and the two patterns of numbers that are used most. */
export const format: CallRule = ({ args: [value, pattern] }, rewriter) => {
  const text = pattern && rewriter.expression(pattern).literal;
  if (!value || text === undefined) return undefined;
  const number = /^[NnCc](\d?)$/.exec(text);
  if (number) {
    const digits = Number(number[1] || 2);
    const sign = /^c/i.test(text) ? '"$"' : '';
    const fraction = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
    return done(`TO_CHAR(${rewriter.text(value)}, ${textLiteral(`FM${sign}999,999,999,999,990${fraction}`)})`, {
      value: 'text',
    });
  }
  const custom = numberPattern(text);
  if (custom !== undefined) return done(`TO_CHAR(${rewriter.text(value)}, ${textLiteral(custom)})`, { value: 'text' });
  const translated = fromDotnetPattern(text);
  if (translated === undefined) {
    rewriter.note(`FORMAT(…, ${textLiteral(text)}) stays as written.`);
    return undefined;
  }
  return done(`TO_CHAR(${asMoment(rewriter.expression(value), false)}, ${textLiteral(translated)})`, { value: 'text' });
};

/** Styles of CONVERT (SQL Server's documentation, "Date and time styles"). */
export const DATE_STYLES: Readonly<Record<string, string>> = {
  1: 'MM/DD/YY',
  3: 'DD/MM/YY',
  101: 'MM/DD/YYYY',
  102: 'YYYY.MM.DD',
  103: 'DD/MM/YYYY',
  104: 'DD.MM.YYYY',
  105: 'DD-MM-YYYY',
  106: 'DD Mon YYYY',
  107: 'Mon DD, YYYY',
  108: 'HH24:MI:SS',
  110: 'MM-DD-YYYY',
  111: 'YYYY/MM/DD',
  112: 'YYYYMMDD',
  120: 'YYYY-MM-DD HH24:MI:SS',
  121: 'YYYY-MM-DD HH24:MI:SS.MS',
  126: 'YYYY-MM-DD"T"HH24:MI:SS',
};
