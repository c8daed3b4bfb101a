import { tokenize } from '../lexer/lexer.ts';
import type { ValueKind } from '../types/value-kind.ts';
import { buildTree } from './build-tree.ts';
import type { KnownNames } from './known-names.ts';
import { Rewriter } from './rewriter.ts';
import type { QueryRules } from './rules.ts';

/** What an expression visibly gives. */
export function kindOfSql(sql: string, rules: QueryRules, known: KnownNames): ValueKind | undefined {
  const { nodes } = buildTree(tokenize(sql, rules.lexical), rules.lexical);
  return new Rewriter(rules, known, new Set(), nodes).expression(nodes).value;
}

/** @param notes receives what there is to say */
export function convertSql(sql: string, rules: QueryRules, known: KnownNames, notes: Set<string>): string {
  const tree = buildTree(tokenize(sql.replace(/^\ufeff/, ''), rules.lexical), rules.lexical);
  return new Rewriter(rules, known, notes, tree.nodes).print(tree.nodes) + tree.after;
}
