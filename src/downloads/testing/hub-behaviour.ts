/** What a hub does with one request for a file; with nothing set it answers as it should. */
export interface HubBehaviour {
  /** Answers with this instead of the file. */
  readonly status?: number;
  /** The header as it is: seconds or a date. */
  readonly retryAfter?: string;
  /** Before the answer. */
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
  /** The connection is cut after so many bytes of the body. */
  readonly dropAfter?: number;
  /** Nothing more comes after so many bytes of the body; the connection stays open. */
  readonly stallAfter?: number;
  /** Only so many bytes are there, and the answer says so. */
  readonly truncateTo?: number;
  /** One bit of this byte of the file is the other way round. */
  readonly flipByte?: number;
  /** A header that lies about the length of the body. */
  readonly contentLength?: number;
  /** Sends no length, but chunks. */
  readonly isChunked?: boolean;
  /** Answers with the whole file whatever part was asked for. */
  readonly ignoresRange?: boolean;
  /** Null leaves the header out. */
  readonly etag?: string | null;
  readonly contentType?: string;
  /**
   * `open`: other origins may read the answer and its marks; `bare`: the answer, but only those headers that they may
   * always; `closed`: nothing.
   */
  readonly cors?: 'open' | 'bare' | 'closed';
  /** Sends on to the second origin, with a signature that is good for a while or that has just expired. */
  readonly redirect?: 'signed' | 'expired';
}

export interface HubRequest {
  readonly origin: 'hub' | 'cdn';
  readonly method: string;
  readonly path: string;
  readonly range: string | null;
}
