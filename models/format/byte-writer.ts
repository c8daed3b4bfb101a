/** A growing little-endian buffer. */

const INITIAL_BYTES = 4096;

export class ByteWriter {
  #bytes = new Uint8Array(INITIAL_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The bytes written so far. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  u8(value: number): void {
    this.#put(1, (view, offset) => view.setUint8(offset, value));
  }
  i8(value: number): void {
    this.#put(1, (view, offset) => view.setInt8(offset, value));
  }
  u16(value: number): void {
    this.#put(2, (view, offset) => view.setUint16(offset, value, true));
  }
  i16(value: number): void {
    this.#put(2, (view, offset) => view.setInt16(offset, value, true));
  }
  u32(value: number): void {
    this.#put(4, (view, offset) => view.setUint32(offset, value, true));
  }
  i32(value: number): void {
    this.#put(4, (view, offset) => view.setInt32(offset, value, true));
  }
  f32(value: number): void {
    this.#put(4, (view, offset) => view.setFloat32(offset, value, true));
  }
  f64(value: number): void {
    this.#put(8, (view, offset) => view.setFloat64(offset, value, true));
  }
  u64(value: bigint): void {
    this.#put(8, (view, offset) => view.setBigUint64(offset, value, true));
  }
  i64(value: bigint): void {
    this.#put(8, (view, offset) => view.setBigInt64(offset, value, true));
  }

  bytes(bytes: ArrayLike<number>): void {
    const offset = this.#claim(bytes.length);
    this.#bytes.set(bytes, offset);
  }

  /** Growing replaces the view, so it is looked up after the claim. */
  #put(count: number, write: (view: DataView, offset: number) => void): void {
    const offset = this.#claim(count);
    write(this.#view, offset);
  }

  /** Reserves `count` bytes and returns where they begin. */
  #claim(count: number): number {
    const offset = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return offset;
  }
}
