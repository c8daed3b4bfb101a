import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SseEvent, SseParser } from './sse.ts';

const encoder = new TextEncoder();

function parse(pieces: readonly Uint8Array[]): SseEvent[] {
  const parser = new SseParser();
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

const dataOf = (text: string) => parse([encoder.encode(text)]).map((event) => event.data);

describe('SseParser', () => {
  it('reads events that end in any kind of line break', () => {
    expect(dataOf('data: a\n\ndata: b\r\n\r\ndata: c\r\rdata:d\n\n')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('joins the lines of one event', () => {
    expect(dataOf('data: {\ndata: "a": 1\ndata: }\n\n')).toEqual(['{\n"a": 1\n}']);
  });

  it('skips comments, fields that it does not know and events without data', () => {
    expect(dataOf(': ping\n\nid: 7\nretry: 10\n\nevent: start\n\ndata: a\n: ping\n\n')).toEqual(['a']);
  });

  it('removes one blank after the colon, and a byte order mark', () => {
    expect(dataOf('\uFEFFdata:  a\n\ndata\n\n')).toEqual([' a', '']);
  });

  it('tells the type of an event, and takes a field named error for one', () => {
    expect(parse([encoder.encode('event: error\ndata: x\n\nerror: {"code": 500}\n\ndata: y\n\n')])).toEqual([
      { type: 'error', data: 'x' },
      { type: 'error', data: '{"code": 500}' },
      { type: 'message', data: 'y' },
    ]);
  });

  it('gives the last event without its blank line, but no half line', () => {
    expect(dataOf('data: [DONE]\n')).toEqual(['[DONE]']);
    expect(dataOf('data: a\n\ndata: {"half":')).toEqual(['a']);
  });

  it('gives the same events however the bytes are cut', () => {
    const line = fc.oneof(
      fc.constantFrom('', ': ping', 'event: error', 'id: 1', 'data', 'data: [DONE]'),
      fc.string({ unit: 'grapheme' }).map((text) => `data: ${text.replace(/[\r\n]/g, '')}`),
    );
    const stream = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
      .map((lines) => encoder.encode(lines.flat().join('')));
    fc.assert(
      fc.property(stream, fc.array(fc.nat()), (bytes, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(parse(pieces)).toEqual(parse([bytes]));
        expect(parse(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(parse([bytes]));
      }),
      { numRuns: 500 },
    );
  });

  it('puts characters together whose bytes arrive apart', () => {
    const bytes = encoder.encode('data: Zürich 🚲\n\n');
    expect(parse(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual([{ type: 'message', data: 'Zürich 🚲' }]);
  });
});
