import type { Dialect } from '../dialect.ts';

/** Where the dialects differ on what a token is. */
export interface LexicalRules {
  readonly doubleQuotes: 'string' | 'name';
  /** A backslash in a string escapes the next character. */
  readonly backslashEscapes: boolean;
  readonly backticks: boolean;
  readonly brackets: boolean;
  /** `$tag$ … $tag$` is a string. */
  readonly dollarQuotes: boolean;
  readonly hashComments: boolean;
  /** `--` starts a comment only where a blank or the end of the line follows. */
  readonly dashesNeedBlank: boolean;
  readonly nestedComments: boolean;
  /** A comment that begins with `/*!40101` is SQL for servers from that version on. */
  readonly versionedComments: boolean;
  /** Letters that may stand before a string: `N'…'`, `E'…'`. In lower case. */
  readonly stringPrefixes: string;
  /** `b'101'`. */
  readonly bitStrings: boolean;
  /** Characters that begin a variable. */
  readonly variables: string;
  /** `#` begins a name (`#temporary`). */
  readonly hashNames: boolean;
}

const STANDARD: LexicalRules = {
  doubleQuotes: 'name',
  backslashEscapes: false,
  backticks: false,
  brackets: false,
  dollarQuotes: false,
  hashComments: false,
  dashesNeedBlank: false,
  nestedComments: false,
  versionedComments: false,
  stringPrefixes: '',
  bitStrings: false,
  variables: '',
  hashNames: false,
};

export const LEXICAL_RULES: Readonly<Record<Dialect, LexicalRules>> = {
  postgres: { ...STANDARD, dollarQuotes: true, nestedComments: true, stringPrefixes: 'e', bitStrings: true },
  mysql: {
    ...STANDARD,
    doubleQuotes: 'string',
    backslashEscapes: true,
    backticks: true,
    hashComments: true,
    dashesNeedBlank: true,
    versionedComments: true,
    stringPrefixes: 'n',
    bitStrings: true,
    variables: '@?',
  },
  sqlite: { ...STANDARD, backticks: true, brackets: true, variables: '@?:$' },
  tsql: { ...STANDARD, brackets: true, nestedComments: true, stringPrefixes: 'n', variables: '@', hashNames: true },
};
