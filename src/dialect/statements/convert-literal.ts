import type { TokenKind } from '../lexer/token.ts';
import { bitDigits } from '../lexer/values.ts';
import type { QueryRules } from '../query/rules.ts';
import type { TargetType } from '../types/target-type.ts';
import { fromBits, fromHex } from './binary-literal.ts';
import { fits, type LiteralResult } from './literal-result.ts';
import { fromNumber } from './number-literal.ts';
import { fromText } from './text-literal.ts';

/** Undefined where the literal can stay as it is written. */
export function convertLiteral(
  kind: TokenKind,
  text: string,
  type: TargetType,
  rules: QueryRules,
): LiteralResult | undefined {
  switch (kind) {
    case 'string':
      return fromText(text, type, rules);
    case 'number':
      return fromNumber(text, type, rules);
    case 'hex':
      return fromHex(text, type, rules);
    case 'bits':
      return fromBits(bitDigits(text), type);
    case 'word':
      return fromWord(text, type);
    default:
      return undefined;
  }
}

function fromWord(text: string, type: TargetType): LiteralResult | undefined {
  const isTruth = /^(?:true|false)$/i.test(text);
  if (!isTruth || type.kind === 'boolean' || type.kind === 'text' || type.kind === 'other') return undefined;
  return type.kind === 'integer' || type.kind === 'number' ? fits(/^true$/i.test(text) ? '1' : '0') : undefined;
}
