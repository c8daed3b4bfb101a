import type { Column } from '../model.ts';

/** A nullable text column, for tests that care about little of it. */
export function testColumn(name: string, more: Partial<Column> = {}): Column {
  return {
    name,
    type: 'text',
    typeClass: 'text',
    nullable: true,
    defaultExpression: null,
    generated: false,
    allowedValues: [],
    comment: null,
    ...more,
  };
}
