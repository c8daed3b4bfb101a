/** Several scripts as one, which remembers what stood in which file. */

export interface ScriptFile {
  /** With the folders that it was found in. */
  readonly name: string;
  readonly text: string;
}

/** A file's place in the joined script. */
export interface ScriptPart {
  readonly name: string;
  /** Of the joined script: the file's line 1. */
  readonly firstLine: number;
}

export interface JoinedScript {
  readonly text: string;
  readonly parts: readonly ScriptPart[];
}

/** `V2__…` before `V10__…`, as the tools that run such folders have it. */
const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** In the order of the names. A statement that a file leaves open ends with it. */
export function joinScripts(files: readonly ScriptFile[]): JoinedScript {
  const parts: ScriptPart[] = [];
  const pieces: string[] = [];
  let line = 1;
  for (const { name, text } of files.toSorted((a, b) => IN_ORDER.compare(a.name, b.name))) {
    const body = text.replace(/^\ufeff/, '');
    const end = /;\s*$/.test(body) ? '' : ';';
    parts.push({ name, firstLine: line + 1 });
    const piece = `-- ${name.replaceAll(/[\r\n]+/g, ' ')}\n${body}\n${end}\n`;
    line += lineEnds(piece);
    pieces.push(piece);
  }
  return { text: pieces.join(''), parts };
}

function lineEnds(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}

export interface Place {
  /** Null where there is only one text. */
  readonly file: string | null;
  readonly line: number;
}

/** Where a line of the joined script stands in its file. */
export function placeOf(parts: readonly ScriptPart[], line: number): Place {
  const part = parts.findLast(({ firstLine }) => firstLine <= line);
  return part ? { file: part.name, line: line - part.firstLine + 1 } : { file: null, line };
}
