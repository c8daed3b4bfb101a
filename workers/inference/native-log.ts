/** Keeps the first warning of the native code, which says there what its exceptions do not. */
export class NativeLog {
  #firstLine: string | null = null;

  readonly debug = (): void => undefined;
  readonly log = (): void => undefined;
  readonly warn = (...parts: unknown[]): void => this.#add(parts);
  readonly error = (...parts: unknown[]): void => this.#add(parts);

  clear(): void {
    this.#firstLine = null;
  }

  firstLine(): string | null {
    return this.#firstLine;
  }

  #add(parts: readonly unknown[]): void {
    this.#firstLine ??= parts.map(String).join(' ');
  }
}
