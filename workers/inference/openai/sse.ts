/**
 * Server-sent events from bytes that arrive in any pieces (https://html.spec.whatwg.org/multipage/server-sent-events.html).
 * `EventSource` cannot send a body or a key, so the stream is read by hand.
 */

export interface SseEvent {
  /** `message`, unless the server says otherwise. */
  readonly type: string;
  readonly data: string;
}

export class SseParser {
  /** Keeps the first bytes of a character whose last ones are still to come, and drops a byte order mark. */
  readonly #decoder = new TextDecoder();
  #line = '';
  #data: string[] = [];
  #type = '';
  /** A line feed that follows belongs to the carriage return before it, maybe in the piece before. */
  #afterCarriageReturn = false;

  /** The events that these bytes complete. */
  push(bytes: Uint8Array): SseEvent[] {
    const text = this.#decoder.decode(bytes, { stream: true });
    const events: SseEvent[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      const endsCarriageReturn = sign === '\n' && this.#afterCarriageReturn;
      this.#afterCarriageReturn = sign === '\r';
      if (sign !== '\n' && sign !== '\r') continue;
      if (!endsCarriageReturn) this.#endLine(this.#line + text.slice(from, at), events);
      from = at + 1;
    }
    this.#line += text.slice(from);
    return events;
  }

  /** At the end of the stream: an event that lacks only its closing blank line. */
  end(): SseEvent[] {
    const events: SseEvent[] = [];
    this.#dispatch(events);
    return events;
  }

  #endLine(line: string, events: SseEvent[]): void {
    this.#line = '';
    if (line === '') {
      this.#dispatch(events);
      return;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    if (field === 'event') this.#type = value;
    // Older servers of llama.cpp report a failure in a field of its own.
    if (field === 'error') {
      this.#type = 'error';
      this.#data.push(value);
    }
  }

  #dispatch(events: SseEvent[]): void {
    if (this.#data.length > 0) events.push({ type: this.#type || 'message', data: this.#data.join('\n') });
    this.#data = [];
    this.#type = '';
  }
}
