/** What Postgres understands and canonical SQL has no place for. The documentation's list is made from this table. */
import { AppError } from '../platform/errors.ts';

interface UnsupportedConstruct {
  /** As a person would name it; begins a sentence. */
  readonly what: string;
  readonly reason: string;
}

const RARE = 'Too rare in questions to be worth its cost in the grammar.';
const XML = 'Applications store JSON; nobody asks for XML in words.';
const SQL_JSON = 'The functions on json and jsonb say the same.';

export const UNSUPPORTED = {
  catalogue: {
    what: 'A table of the catalogue (pg_class, information_schema.tables, …)',
    reason: 'The model may read the tables of the schema, not what Postgres keeps about them.',
  },
  'collation-for': { what: 'COLLATION FOR', reason: RARE },
  'composite-assignment': { what: 'SET of a part of a column', reason: 'A whole column can be set.' },
  'composite-star': { what: '(row).*', reason: 'Its columns can be named.' },
  'conflict-constraint': { what: 'ON CONFLICT ON CONSTRAINT', reason: 'The columns of the constraint can be named.' },
  'conflict-expression': { what: 'ON CONFLICT of an expression', reason: RARE },
  'current-of': { what: 'WHERE CURRENT OF', reason: 'There are no cursors.' },
  'cycle-values': { what: 'CYCLE with values of its own', reason: 'TRUE and FALSE mark a cycle.' },
  'database-name': { what: 'A table with the name of a database', reason: 'There is one database.' },
  'extract-field': { what: 'EXTRACT of a computed field', reason: 'DATE_PART takes any field.' },
  'for-update': { what: 'FOR UPDATE and FOR SHARE', reason: 'There is one user; rows need no lock.' },
  'interval-fields': { what: 'An interval with fields (DAY TO SECOND)', reason: 'The units stand in the text.' },
  'is-document': { what: 'IS DOCUMENT', reason: XML },
  'is-json-unique': { what: 'IS JSON WITH UNIQUE KEYS', reason: RARE },
  'is-normalized': { what: 'IS NORMALIZED', reason: RARE },
  'join-alias': { what: 'A name for a join', reason: 'Columns carry the name of their table.' },
  'json-constructor': { what: 'A constructor of SQL/JSON (JSON_OBJECT, JSON_ARRAY, …)', reason: SQL_JSON },
  'json-query': { what: 'A query function of SQL/JSON (JSON_VALUE, JSON_EXISTS, …)', reason: SQL_JSON },
  'json-table': { what: 'JSON_TABLE', reason: SQL_JSON },
  merge: { what: 'MERGE', reason: 'INSERT … ON CONFLICT, UPDATE and DELETE say the same.' },
  'named-arguments': { what: 'A named argument', reason: 'Arguments have an order; MAKE_INTERVAL alone needs names.' },
  normalize: { what: 'NORMALIZE', reason: RARE },
  only: { what: 'ONLY', reason: 'Inheritance is rare; partitions are read through their table.' },
  operator: { what: 'This operator', reason: 'The grammar lists the operators that data in tables needs.' },
  'operator-syntax': { what: 'OPERATOR()', reason: 'Operators have no namespace here.' },
  'order-by-using': { what: 'ORDER BY … USING', reason: 'ASC and DESC say the same.' },
  parameter: { what: 'A parameter ($1)', reason: 'There is no value for it.' },
  'renamed-row': {
    what: 'The whole row of a query whose aliases are written differently here',
    reason: 'Its columns would be called differently in the JSON. Give them plain names.',
  },
  'row-assignment': { what: 'SET of several columns from one expression', reason: 'Each column can be set by itself.' },
  'rows-from': { what: 'ROWS FROM', reason: 'Functions can be joined by their ordinality.' },
  'select-into': { what: 'SELECT INTO', reason: 'It makes a table.' },
  statement: { what: 'This statement', reason: 'Only SELECT, VALUES, INSERT, UPDATE and DELETE are written here.' },
  'system-column': { what: 'A system column (ctid, xmin, …)', reason: 'It says nothing about the data.' },
  'system-user': { what: 'SYSTEM_USER', reason: 'There is no authentication.' },
  'table-sample': { what: 'This TABLESAMPLE', reason: 'The methods are BERNOULLI and SYSTEM, with a number.' },
  'too-deep': { what: 'A statement of that depth', reason: 'It would have to be made less deep.' },
  'too-many-appearances': {
    what: 'A table more than four times in one FROM',
    reason: 'A fourth number for a table was never needed.',
  },
  'too-many-windows': { what: 'More than nine named windows', reason: 'The names end with w9.' },
  treat: { what: 'TREAT', reason: 'A cast says the same.' },
  'user-type': { what: 'A cast to a row type', reason: 'Of the types of the user, enums and domains can be written.' },
  'twin-columns': {
    what: 'A star over columns with the same name, in a join of renamed columns',
    reason: 'The columns can be listed.',
  },
  'type-modifier': { what: 'This type', reason: 'A type is a name, with numbers where it takes them.' },
  'using-alias': { what: 'JOIN … USING (…) AS', reason: 'Columns carry the name of their table.' },
  variadic: { what: 'VARIADIC', reason: RARE },
  'whole-row': {
    what: 'A whole row in an expression',
    reason: 'Only ROW_TO_JSON, TO_JSON, TO_JSONB, JSON_AGG, JSONB_AGG and COUNT take one.',
  },
  xml: { what: 'XML', reason: XML },
} as const satisfies Record<string, UnsupportedConstruct>;

export type Construct = keyof typeof UNSUPPORTED;

/** The error for a construct; `position` counts from 1. */
export function unsupported(construct: Construct, position?: number): AppError {
  const { what, reason } = UNSUPPORTED[construct];
  return new AppError({
    code: 'sql/unsupported',
    message: `${what} cannot be written here.`,
    hint: reason,
    details: { construct, ...(position !== undefined && { position }) },
  });
}
