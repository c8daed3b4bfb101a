/** Returns `value`, or throws when it is absent: for what the code around it has already made sure of. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`expected ${what}`);
  return value;
}

/** Throws when `condition` is false: for invariants, never for input. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${what}`);
}

/** Marks the branch that the types say cannot be taken. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
