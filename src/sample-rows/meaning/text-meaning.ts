import type { Cell } from './cell.ts';

/** How a text is made distinct from one that is already there. */
export type TextForm = 'words' | 'handle' | 'email' | 'code' | 'url';

/** What a text column is about. */
export interface TextMeaning {
  readonly form: TextForm;
  readonly make: (cell: Cell) => string;
}

/** Latin letters without accents, blanks as `separator`. */
export function plainLetters(text: string, separator: string): string {
  return text
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, separator)
    .replace(new RegExp(`^\\${separator}+|\\${separator}+$`, 'g'), '');
}

/** `text` with a number in it, where it can have one. */
export function withNumber(text: string, number: number, form: TextForm): string {
  switch (form) {
    case 'email':
      return text.replace('@', `${number}@`);
    case 'handle':
      return `${text}${/\d$/.test(text) ? '-' : ''}${number}`;
    case 'url':
      return `${text}-${number}`;
    case 'code':
      return `${text}${number}`;
    case 'words':
      return `${text} ${number}`;
  }
}
