import { escapeForGbnf } from './print-gbnf.ts';
import { printNode } from './print-rules.ts';
import type { ClassNode } from './rule-tree.ts';

export const END_OF_TEXT = 'end of text';

export type Acceptance =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** Index into the text where it stops being the beginning of anything accepted; its length when unfinished. */
      readonly position: number;
      /** What could stand there: literal texts, classes as `[0-9]`, and `END_OF_TEXT`. */
      readonly expected: readonly string[];
    };

/** What was expected in vain at the furthest position. */
export class Frontier {
  private position = 0;
  private readonly expected = new Set<string | ClassNode>();

  expect(position: number, expected: string | ClassNode): void {
    if (position < this.position) return;
    if (position > this.position) this.expected.clear();
    this.position = position;
    this.expected.add(expected);
  }

  rejection(): Acceptance {
    const texts = Array.from(this.expected, (each) =>
      typeof each === 'string' ? each : printNode(each, escapeForGbnf),
    );
    return { ok: false, position: this.position, expected: [...new Set(texts)] };
  }
}
