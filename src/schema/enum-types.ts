import type { Schema } from './model.ts';
import { callableName } from './names.ts';

/** A type whose values are a few texts. */
export interface NamedEnum {
  /** As SQL text and as Postgres prints the type of a column: the enum, and the domains over it. */
  readonly types: readonly string[];
  readonly labels: readonly string[];
}

export function namedEnums({ enums, domains }: Schema): readonly NamedEnum[] {
  return enums.map((each) => {
    const type = callableName(each);
    const over = domains.filter(({ baseType }) => baseType === type).map(callableName);
    return { types: [type, ...over], labels: each.labels };
  });
}
