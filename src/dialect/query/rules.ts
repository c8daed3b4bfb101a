import type { LexicalRules } from '../lexer/rules.ts';
import type { CallTemplates } from './call-template.ts';
import type { Done, Node } from './node.ts';
import type { OperatorRule } from './operators.ts';
import type { Rewriter } from './rewriter.ts';

export interface Call {
  /** In lower case. */
  readonly name: string;
  /** As written. */
  readonly text: string;
  readonly args: readonly (readonly Node[])[];
}

/** Undefined leaves the call as written. */
export type CallRule = (call: Call, rewriter: Rewriter) => Done | undefined;

/** Changes the clauses of a list of nodes before its expressions are read. */
export type ClauseRule = (nodes: readonly Node[], rewriter: Rewriter) => readonly Node[];

/** How queries of a dialect become queries of Postgres. */
export interface QueryRules {
  readonly lexical: LexicalRules;
  /** `Orders.Total = 'ana'` is true of `Ana` too. */
  readonly textIgnoresCase: boolean;
  /** Columns of any declared type may hold text: dates need casts. */
  readonly untyped: boolean;
  /** Numbers stand for conditions and conditions for numbers. */
  readonly numbersAreConditions: boolean;
  /** CAST(1.9 AS int) is 1. */
  readonly castsCutFractions: boolean;
  readonly templates: CallTemplates;
  readonly calls: Readonly<Record<string, CallRule>>;
  /** Bare words that are calls without parentheses: `CURRENT_TIMESTAMP` needs none of them. */
  readonly constants: CallTemplates;
  readonly operators: Readonly<Record<string, OperatorRule>>;
  readonly clauses: readonly ClauseRule[];
  /** Prefixes of tables that are left out: `dbo.`. */
  readonly droppedPrefixes: ReadonlySet<string>;
}
