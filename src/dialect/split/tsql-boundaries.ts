/** Words that begin a statement. T-SQL needs no semicolon between two of them. */
const STARTS: ReadonlySet<string> = new Set(
  `create alter drop insert update delete truncate use exec execute print declare set grant revoke deny merge if while
  begin commit rollback select raiserror throw backup restore dbcc checkpoint waitfor`.split(/\s+/),
);
/** Bodies that reach to the next GO. */
const ROUTINES: ReadonlySet<string> = new Set(['procedure', 'proc', 'function', 'trigger']);
const CONDITIONALS: ReadonlySet<string> = new Set(['if', 'while', 'else']);
/** Between `CREATE OR ALTER` and what it creates. */
const KEPT_WORDS = 5;
/** A word behind which the next one goes on with the same statement. */
const LINKS: ReadonlySet<string> = new Set(
  'on then as union all except intersect for after before of instead , ( with'.split(' '),
);
/** A statement that may still go on with the word, as long as it has not had the second one. */
const CONTINUATIONS: Readonly<Record<string, { readonly after: readonly string[]; readonly until: string }>> = {
  select: { after: ['insert', 'with'], until: 'values' },
  exec: { after: ['insert'], until: 'values' },
  execute: { after: ['insert'], until: 'values' },
  set: { after: ['update', 'merge'], until: '' },
  if: { after: ['drop', 'create'], until: '' },
  insert: { after: ['with', 'merge'], until: 'insert' },
  update: { after: ['with', 'merge'], until: 'update' },
  delete: { after: ['with', 'merge'], until: 'delete' },
};

/** Finds where T-SQL statements end that no semicolon ends. */
export class TsqlBoundaries {
  readonly #script: string;
  #words: string[] = [];
  #seen = new Set<string>();
  #previous = '';
  #parentheses = 0;
  #blocks = 0;
  #isRoutine = false;
  /** An IF takes the next statement in. */
  #awaitsBody = false;

  constructor(script: string) {
    this.#script = script;
  }

  get isInsideBlock(): boolean {
    return this.#isRoutine || this.#blocks > 0;
  }

  reset(): void {
    this.#words = [];
    this.#seen = new Set();
    this.#previous = '';
    this.#parentheses = 0;
    this.#blocks = 0;
    this.#isRoutine = false;
    this.#awaitsBody = false;
  }

  symbol(symbol: string): void {
    if (symbol === '(') this.#parentheses++;
    if (symbol === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
    this.#previous = symbol;
  }

  startsStatement(
    word: string,
    at: { readonly start: number; readonly end: number; readonly atLineStart: boolean },
  ): boolean {
    if (!at.atLineStart || !STARTS.has(word) || this.#words.length === 0) return false;
    if (this.#parentheses > 0 || this.isInsideBlock || this.#awaitsBody) return false;
    const first = this.#words[0] ?? '';
    // `SET IDENTITY_INSERT t ON` is complete.
    if (LINKS.has(this.#previous) && first !== 'set') return false;
    if (first === 'alter' && /^\s+(?:column|constraint)\b/i.test(this.#script.slice(at.end, at.end + 40))) return false;
    const continuation = CONTINUATIONS[word];
    return !(continuation?.after.includes(first) && !this.#seen.has(continuation.until));
  }

  word(word: string, end: number): void {
    if (this.#words.length < KEPT_WORDS) {
      this.#words.push(word);
      const creates = this.#words[0] === 'create' || this.#words[0] === 'alter';
      this.#isRoutine ||= creates && this.#words.length <= 4 && ROUTINES.has(word);
    }
    if (CONDITIONALS.has(word) && (this.#words.length === 1 || word === 'else')) this.#awaitsBody = true;
    else if (this.#awaitsBody && STARTS.has(word) && this.#parentheses === 0) this.#awaitsBody = false;
    if (word === 'case' || (word === 'begin' && !this.#isTransaction(end))) this.#blocks++;
    if (word === 'end') this.#blocks = Math.max(0, this.#blocks - 1);
    this.#seen.add(word);
    this.#previous = word;
  }

  #isTransaction(end: number): boolean {
    return /^\s+(?:tran|transaction|distributed)\b/i.test(this.#script.slice(end, end + 40));
  }
}
