/** Reads the notation of `domains.ts`. */
import { DOMAINS } from './domains.ts';

/** What a column means, which decides its type, its values and how people speak of it. */
export type Kind = 'name' | 'text' | 'place' | 'choice' | 'money' | 'count' | 'measure' | 'date' | 'timestamp' | 'flag';

export interface ColumnSpec {
  readonly words: readonly string[];
  readonly kind: Kind;
  /** Values of a `choice`. */
  readonly choices: readonly string[];
  readonly nullable: boolean;
  /** What people call it where that is less than its words: `depth` for `depth_m`. */
  readonly spoken?: string;
}

interface ReferenceSpec {
  /** Words of the column's name without its final `id`; null when it is named after the table it refers to. */
  readonly role: readonly string[] | null;
  readonly target: string;
  readonly nullable: boolean;
}

export interface TableSpec {
  readonly domain: string;
  /** Plural name in the notation, unique within the domain. */
  readonly id: string;
  readonly singular: string;
  readonly columns: readonly ColumnSpec[];
  readonly references: readonly ReferenceSpec[];
}

const MARKERS: Readonly<Record<string, Kind>> = {
  '!': 'name',
  '^': 'place',
  $: 'money',
  '#': 'count',
  '%': 'measure',
  '@': 'date',
  '@@': 'timestamp',
  '?': 'flag',
  '': 'text',
};

export function parseDomains(): ReadonlyMap<string, readonly TableSpec[]> {
  const domains = new Map<string, TableSpec[]>();
  let domain = '';
  for (const line of DOMAINS.split('\n')) {
    const heading = /^== (\w+)$/.exec(line);
    if (heading?.[1] !== undefined) {
      domain = heading[1];
      domains.set(domain, []);
    } else if (line.trim() !== '') {
      domains.get(domain)?.push(parseTable(domain, line));
    }
  }
  return domains;
}

function parseTable(domain: string, line: string): TableSpec {
  const head = /^(\w+)\/([\w ]+): (.*)$/.exec(line);
  if (head === null) throw new Error(`not a table: ${line}`);
  const [, id = '', singular = '', rest = ''] = head;
  const columns: ColumnSpec[] = [];
  const references: ReferenceSpec[] = [];
  for (const token of rest.trim().split(/\s+/)) {
    const reference = /^(\w*)>(\w+)(\*?)$/.exec(token);
    if (reference !== null) {
      const [, role = '', target = '', star = ''] = reference;
      references.push({ role: role === '' ? null : role.split('_'), target, nullable: star === '*' });
      continue;
    }
    const column = /^(\w+?)(!|\^|\$|#|%|@@|@|\?|\{[^}]+\}|)(\*?)$/.exec(token);
    if (column === null) throw new Error(`not a column: ${token}`);
    const [, name = '', marker = '', star = ''] = column;
    columns.push({
      words: name.split('_'),
      kind: marker.startsWith('{') ? 'choice' : (MARKERS[marker] ?? 'text'),
      choices: marker.startsWith('{') ? marker.slice(1, -1).split('|') : [],
      nullable: star === '*',
    });
  }
  return { domain, id, singular, columns, references };
}
