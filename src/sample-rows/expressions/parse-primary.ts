import type { Expression } from './ast.ts';
import { parseTypeName } from './parse-type-name.ts';
import { NotUnderstood, type TokenReader } from './token-reader.ts';

type ParseExpression = (reader: TokenReader) => Expression;

/** Literals, columns, calls, parentheses, CASE, and the casts behind them. */
export function parsePrimary(reader: TokenReader, parseWhole: ParseExpression): Expression {
  let expression = parseBare(reader, parseWhole);
  for (;;) {
    if (reader.takeMark('::')) expression = { kind: 'cast', argument: expression, type: parseTypeName(reader) };
    else if (reader.takeWords('COLLATE')) skipName(reader);
    else return expression;
  }
}

function skipName(reader: TokenReader): void {
  reader.take();
  while (reader.takeMark('.')) reader.take();
}

function parseBare(reader: TokenReader, parseWhole: ParseExpression): Expression {
  const token = reader.take();
  switch (token.kind) {
    case 'string':
      return { kind: 'constant', value: token.text };
    case 'number':
      return { kind: 'constant', value: Number(token.text) };
    case 'name':
      return { kind: 'column', name: token.text };
    case 'word':
      return parseWord(token.text, reader, parseWhole);
    case 'mark': {
      if (token.text !== '(') throw new NotUnderstood(token.text);
      const inner = parseWhole(reader);
      reader.expectMark(')');
      return inner;
    }
    case 'operator':
      throw new NotUnderstood(token.text);
  }
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function parseWord(word: string, reader: TokenReader, parseWhole: ParseExpression): Expression {
  const lower = word.toLowerCase();
  const constant = CONSTANTS.get(lower);
  if (constant !== undefined) return { kind: 'constant', value: constant };
  if (lower === 'array' && reader.isMark('[')) {
    reader.take();
    return { kind: 'array', items: parseList(reader, parseWhole, ']') };
  }
  if (lower === 'case') return parseCase(reader, parseWhole);
  if (/^(current_date|current_timestamp|localtimestamp)$/i.test(word) && !reader.isMark('(')) {
    return { kind: 'call', name: lower, args: [] };
  }
  let name = lower;
  let isQualified = false;
  while (reader.takeMark('.')) {
    name = reader.take().text;
    isQualified = true;
  }
  if (reader.takeMark('(')) return parseCall(name, reader, parseWhole);
  if (isQualified) throw new NotUnderstood('a qualified column');
  return { kind: 'column', name: word };
}

function parseCall(name: string, reader: TokenReader, parseWhole: ParseExpression): Expression {
  if (name === 'extract') {
    const field = reader.take().text.toLowerCase();
    reader.expectWord('FROM');
    return { kind: 'call', name: 'date_part', args: [{ kind: 'constant', value: field }, closing(reader, parseWhole)] };
  }
  if (name === 'trim') {
    for (const side of ['BOTH', 'LEADING', 'TRAILING']) reader.takeWords(side);
    reader.takeWords('FROM');
    return { kind: 'call', name: 'btrim', args: [closing(reader, parseWhole)] };
  }
  if (name === 'position') {
    const part = parseWhole(reader);
    reader.expectWord('IN');
    return { kind: 'call', name: 'strpos', args: [closing(reader, parseWhole), part] };
  }
  return { kind: 'call', name, args: parseList(reader, parseWhole, ')') };
}

function closing(reader: TokenReader, parseWhole: ParseExpression): Expression {
  const expression = parseWhole(reader);
  reader.expectMark(')');
  return expression;
}

function parseList(reader: TokenReader, parseWhole: ParseExpression, end: string): Expression[] {
  const items: Expression[] = [];
  if (reader.takeMark(end)) return items;
  do items.push(parseWhole(reader));
  while (reader.takeMark(','));
  reader.expectMark(end);
  return items;
}

/** `CASE x WHEN 1 …` becomes `CASE WHEN x = 1 …`. */
function parseCase(reader: TokenReader, parseWhole: ParseExpression): Expression {
  const subject = reader.isWord('WHEN') ? undefined : parseWhole(reader);
  const branches: { when: Expression; result: Expression }[] = [];
  while (reader.takeWords('WHEN')) {
    const test = parseWhole(reader);
    reader.expectWord('THEN');
    const result = parseWhole(reader);
    const when: Expression = subject ? { kind: 'comparison', operator: '=', left: subject, right: test } : test;
    branches.push({ when, result });
  }
  const otherwise: Expression = reader.takeWords('ELSE') ? parseWhole(reader) : { kind: 'constant', value: null };
  reader.expectWord('END');
  return { kind: 'case', branches, otherwise };
}
