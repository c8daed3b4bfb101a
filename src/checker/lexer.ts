/**
 * Cuts canonical SQL into tokens, a piece of text at a time. A piece may end anywhere: what has been read of a token
 * that could still go on is kept in the state.
 */
type TokenKind =
  /** Bare and upper case: a keyword or the name of one of Postgres' functions. */
  | 'word'
  /** Bare and lower case, or in double quotes; spelled as the text has it. */
  | 'name'
  | 'number'
  | 'string'
  | 'symbol'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the text, quotes included. */
  readonly text: string;
  /** Index of its first character. */
  readonly position: number;
}

/** What is known of the token being read; `between` is a blank or a finished token. */
type Mode =
  | 'between'
  | 'bare'
  | 'quoted'
  /** After a double quote that ends the name unless another follows; likewise for strings. */
  | 'quoted-end'
  | 'string'
  | 'escape-string'
  /** After a backslash. */
  | 'escaped'
  | 'string-end'
  | 'escape-string-end'
  | 'number'
  | 'operator'
  | 'colon';

export interface LexState {
  readonly mode: Mode;
  /** Of the token being read. */
  readonly text: string;
  /** Length of all the text so far. */
  readonly length: number;
}

export const LEX_START: LexState = { mode: 'between', text: '', length: 0 };
const OPERATOR_CHARACTERS = new Set('+-*/<>=~!@#%^&|?`');
const PUNCTUATION = new Set('()[],.');

/** Gives each token that the piece ends to `emit`, which may stop the reading by returning true. */
export function lex(state: LexState, piece: string, emit: (token: Token) => boolean): LexState {
  let { mode, text } = state;
  // Index into the piece of what is not in `text` yet.
  let from = 0;
  let index = 0;
  const finish = (kind: TokenKind): boolean => {
    const whole = text + piece.slice(from, index);
    const token = { kind: kindOf(kind, whole), text: whole, position: state.length + index - whole.length };
    mode = 'between';
    text = '';
    from = index;
    return emit(token);
  };
  const soFar = () => text + piece.slice(from, index);
  while (index < piece.length) {
    const next = following(mode, piece.charAt(index), soFar);
    if (next === 'done') {
      if (finish(mode === 'bare' ? 'name' : tokenKind(mode))) break;
      continue;
    }
    if (next !== 'single') {
      if (mode === 'between') from = index;
      mode = next;
      index++;
      if (next === 'between') from = index;
      continue;
    }
    if (mode === 'between') from = index;
    index++;
    if (finish('symbol')) break;
  }
  return { mode, text: mode === 'between' ? '' : text + piece.slice(from, index), length: state.length + index };
}

/** The token that the end of the text ends, if any. */
export function lastToken({ mode, text, length }: LexState): Token | null | 'unfinished' {
  switch (mode) {
    case 'between':
      return null;
    case 'quoted':
    case 'string':
    case 'escape-string':
    case 'escaped':
      return 'unfinished';
    default: {
      const kind = mode === 'bare' ? 'name' : tokenKind(mode);
      return { kind: kindOf(kind, text), text, position: length - text.length };
    }
  }
}

/** A word or a name that could still go on. */
export function unfinishedWord({ mode, text, length }: LexState): Token | null {
  if (mode === 'bare') return { kind: kindOf('name', text), text, position: length - text.length };
  if (mode === 'quoted') return { kind: 'name', text, position: length - text.length };
  return null;
}

/** How the token goes on: a mode, `done` when it ended before the character, `single` when it ends with it. */
function following(mode: Mode, character: string, soFar: () => string): Mode | 'done' | 'single' {
  switch (mode) {
    case 'between':
      return beginning(character);
    case 'bare':
      if (isWordCharacter(character)) return 'bare';
      return character === "'" && soFar() === 'E' ? 'escape-string' : 'done';
    case 'quoted':
      return character === '"' ? 'quoted-end' : 'quoted';
    case 'quoted-end':
      return character === '"' ? 'quoted' : 'done';
    case 'string':
      return character === "'" ? 'string-end' : 'string';
    case 'string-end':
      return character === "'" ? 'string' : 'done';
    case 'escape-string':
      if (character === '\\') return 'escaped';
      return character === "'" ? 'escape-string-end' : 'escape-string';
    case 'escaped':
      return 'escape-string';
    case 'escape-string-end':
      return character === "'" ? 'escape-string' : 'done';
    case 'number':
      return isNumberPart(character, soFar) ? 'number' : 'done';
    case 'operator':
      return OPERATOR_CHARACTERS.has(character) ? 'operator' : 'done';
    case 'colon':
      return character === ':' ? 'single' : 'done';
  }
}

function beginning(character: string): Mode | 'single' {
  if (character === ' ') return 'between';
  if (character === "'") return 'string';
  if (character === '"') return 'quoted';
  if (character === ':') return 'colon';
  if (PUNCTUATION.has(character)) return 'single';
  if (OPERATOR_CHARACTERS.has(character)) return 'operator';
  return character >= '0' && character <= '9' ? 'number' : 'bare';
}

function isWordCharacter(character: string): boolean {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9') ||
    character === '_' ||
    character > '\x7f'
  );
}

function isNumberPart(character: string, soFar: () => string): boolean {
  if ((character >= '0' && character <= '9') || character === '.' || character === 'e') return true;
  return character === '-' && soFar().endsWith('e');
}

function tokenKind(mode: Mode): TokenKind {
  switch (mode) {
    case 'quoted-end':
      return 'name';
    case 'string-end':
    case 'escape-string-end':
      return 'string';
    case 'number':
      return 'number';
    default:
      return 'symbol';
  }
}

function kindOf(kind: TokenKind, text: string): TokenKind {
  return kind === 'name' && text >= 'A' && text < '[' ? 'word' : kind;
}
