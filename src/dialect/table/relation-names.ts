/** Postgres cuts names off after this many bytes (documentation, 4.1.1). */
const MAX_NAME_BYTES = 63;

/** Tables, indexes and types share their names in Postgres; elsewhere each table has indexes of its own. */
export class RelationNames {
  readonly #taken = new Set<string>();

  reserve(name: string): void {
    this.#taken.add(cutName(name));
  }

  /** The wanted name where it is free, otherwise one with the table in front; it is then taken. */
  take(wanted: string, table: string): string {
    const candidates = [wanted, `${table}_${wanted}`];
    for (let number = 2; ; number++) {
      const name = cutName(candidates.shift() ?? `${cutName(`${table}_${wanted}`, 8)}_${number}`);
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

function cutName(name: string, spare = 0): string {
  let cut = name;
  while (byteLength(cut) > MAX_NAME_BYTES - spare) cut = cut.slice(0, -1);
  return cut;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
