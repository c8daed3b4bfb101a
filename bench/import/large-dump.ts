/** A dump as pg_dump writes it, of any number of tables: columns, rows and keys as a grown application has them. */

const COLUMNS_PER_TABLE = 12;
const ROWS_PER_TABLE = 20;
/** Columns by turns: type, and the text of a value in COPY. */
const COLUMN_KINDS: readonly (readonly [type: string, value: string])[] = [
  ['character varying(120) NOT NULL', 'some name'],
  ['integer DEFAULT 0', '42'],
  ['numeric(12,2)', '1234.50'],
  ['timestamp with time zone DEFAULT now() NOT NULL', '2024-03-01 10:00:00+00'],
  ['boolean DEFAULT false', 't'],
  ["jsonb DEFAULT '{}'::jsonb NOT NULL", '{"a": [1, 2]}'],
  ['date', '2024-03-01'],
  ["text DEFAULT ''::text", 'a longer text\\nof two lines'],
  ['public.state', 'open'],
];

export function largeDump(tables: number): string {
  const names = Array.from({ length: tables }, (_, index) => `public.table_${String(index).padStart(4, '0')}`);
  return [
    '--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n',
    'SET statement_timeout = 0;',
    "SET client_encoding = 'UTF8';",
    "SELECT pg_catalog.set_config('search_path', '', false);",
    'SET check_function_bodies = false;',
    "CREATE TYPE public.state AS ENUM ('open', 'closed');",
    ...names.flatMap(definition),
    ...names.flatMap(rows),
    ...names.map((name) => `SELECT pg_catalog.setval('${name}_id_seq', ${ROWS_PER_TABLE}, true);`),
    ...names.map((name) => `ALTER TABLE ONLY ${name}\n    ADD CONSTRAINT ${bare(name)}_pkey PRIMARY KEY (id);`),
    ...names.map((name) => `CREATE INDEX ${bare(name)}_parent ON ${name} USING btree (parent_id);`),
    ...names.map((name, index) => foreignKey(name, names[Math.floor(index / 3)] ?? name)),
    '\\unrestrict abc\n',
  ].join('\n\n');
}

function columns(): (readonly [name: string, type: string, value: string])[] {
  return Array.from({ length: COLUMNS_PER_TABLE - 2 }, (_, index) => {
    const [type, value] = COLUMN_KINDS[index % COLUMN_KINDS.length] ?? ['text', ''];
    return [`column_${index}`, type, value];
  });
}

function definition(name: string): string[] {
  const list = columns().map(([column, type]) => `    ${column} ${type}`);
  return [
    `CREATE TABLE ${name} (\n    id bigint NOT NULL,\n    parent_id bigint,\n${list.join(',\n')}\n);`,
    `ALTER TABLE ${name} OWNER TO app;`,
    `COMMENT ON TABLE ${name} IS 'What ${bare(name)} is for';`,
    `CREATE SEQUENCE ${name}_id_seq\n    START WITH 1\n    INCREMENT BY 1\n    NO MINVALUE\n    NO MAXVALUE\n    CACHE 1;`,
    `ALTER SEQUENCE ${name}_id_seq OWNED BY ${name}.id;`,
    `ALTER TABLE ONLY ${name} ALTER COLUMN id SET DEFAULT nextval('${name}_id_seq'::regclass);`,
  ];
}

function rows(name: string): string {
  const list = columns();
  const lines = Array.from({ length: ROWS_PER_TABLE }, (_, index) =>
    [index + 1, (index % 5) + 1, ...list.map(([, , value]) => value)].join('\t'),
  );
  return `COPY ${name} (id, parent_id, ${list.map(([column]) => column).join(', ')}) FROM stdin;\n${lines.join('\n')}\n\\.\n`;
}

function foreignKey(name: string, parent: string): string {
  return `ALTER TABLE ONLY ${name}\n    ADD CONSTRAINT ${bare(name)}_parent_fkey FOREIGN KEY (parent_id) REFERENCES ${parent}(id) ON DELETE CASCADE;`;
}

function bare(name: string): string {
  return name.replace('public.', '');
}
