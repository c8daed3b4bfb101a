import { textLiteral } from '../../schema/names.ts';
import { hexDigits } from '../lexer/values.ts';
import type { QueryRules } from '../query/rules.ts';
import type { TargetType } from '../types/target-type.ts';
import { fits, type LiteralResult } from './literal-result.ts';
import { decodeUtf8 } from './utf8.ts';

/** `0x1F` and `x'1F'`: bytes, which MySQL takes for texts and for numbers too. */
export function fromHex(text: string, type: TargetType, rules: QueryRules): LiteralResult | undefined {
  const digits = hexDigits(text);
  switch (type.kind) {
    case 'boolean':
      return fits(/^0*$/.test(digits) ? 'FALSE' : 'TRUE');
    case 'bits':
      return fromBits(BigInt(`0x${digits || '0'}`).toString(2), type);
    case 'integer':
    case 'number':
      return rules.untyped && /^0x/i.test(text) ? undefined : fits(BigInt(`0x${digits || '0'}`).toString());
    case 'text':
    case 'enum':
    case 'json': {
      const decoded = decodeUtf8(digits);
      return fits(decoded === undefined ? `'\\x${digits}'` : textLiteral(decoded));
    }
    case 'uuid':
      return fits(`'${digits}'`);
    default:
      return fits(`'\\x${digits}'`);
  }
}

/** @param digits 0 and 1 */
export function fromBits(digits: string, type: TargetType): LiteralResult {
  if (type.kind === 'boolean') return fits(/^0*$/.test(digits) ? 'FALSE' : 'TRUE');
  if (type.kind === 'bits') {
    const width = Number(/\d+/.exec(type.sql)?.[0] ?? 1);
    return fits(`B'${digits.replace(/^0+/, '').padStart(width, '0')}'`);
  }
  if (type.kind === 'integer' || type.kind === 'number') return fits(BigInt(`0b${digits || '0'}`).toString());
  return fits(`B'${digits}'`);
}
