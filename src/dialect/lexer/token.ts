/**
 * The smallest parts of a text. Put one behind the other they are the text again; nothing is left out.
 *
 * `versioned-open` and `versioned-close` are MySQL's `/*!40101 ` and its closing mark: what stands between them is
 * SQL, not a comment.
 */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'versioned-open'
  | 'versioned-close'
  /** A bare name or keyword. */
  | 'word'
  /** A quoted name. */
  | 'name'
  | 'string'
  | 'number'
  /** `0x1F` or `x'1F'`. */
  | 'hex'
  /** `b'101'` or `0b101`. */
  | 'bits'
  /** `@name`, `@@name`, `:name`, `$name`, `?`. */
  | 'variable'
  | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Index of the first character. */
  readonly start: number;
}

/** Tokens that carry no meaning of their own. */
export function isTrivia(kind: TokenKind): boolean {
  return kind === 'space' || kind === 'comment' || kind === 'versioned-open' || kind === 'versioned-close';
}
