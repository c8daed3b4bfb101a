/** What canonical SQL can write and the grammar leaves out, with the corpus' examples of it, told by a part of each. */
export const BEYOND_THE_GRAMMAR: readonly {
  readonly what: string;
  readonly reason: string;
  readonly examples: readonly string[];
}[] = [
  {
    what: 'Columns of JSON(B)_TO_RECORD(SET) whose keys are no shaped names',
    reason: '`->>` reads any key; a rule for any quoted name would add a tenth to the time to compile.',
    examples: [
      'jsonb_to_recordset(payload',
      `json_to_recordset('[{"a":1`,
      'jsonb_to_record(e.payload)',
      `json_to_recordset('[{"orderId"`,
    ],
  },
  {
    what: 'Fields of a composite type that are no shaped names',
    reason: 'The schema model does not list the fields of composite types.',
    examples: ['(b.address).postcode'],
  },
  {
    what: 'ON CONFLICT (column) WHERE … for a partial unique index',
    reason: 'Postgres wants its columns without their table there, which nothing else in canonical SQL has.',
    examples: ['ON CONFLICT (name) WHERE region'],
  },
  {
    what: 'ROW_TO_JSON of a derived table whose aliases are no shaped names',
    reason: 'The aliases become keys of the JSON, so that they cannot be respelt.',
    examples: ['name AS "deptName"'],
  },
];
