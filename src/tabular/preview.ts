/**
 * What a dropped file would become, for a person to look at and change before anything is imported. All rows are
 * counted, in one pass; nothing but the counts and the first rows is kept.
 */
import { must } from '../platform/assert.ts';
import { refuseBinary } from './binary-format.ts';
import { type DelimitedPlan, planDelimited } from './delimited/plan.ts';
import { DelimitedSource } from './delimited/source.ts';
import { chosenEncoding, decodePieces, detectEncoding } from './encoding.ts';
import { isJson, jsonFormat } from './json/plan.ts';
import { JsonSource } from './json/source.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { tableNames, titleOfFile } from './names.ts';
import { Pace, type PaceOptions } from './pacing.ts';
import type { ReadChoices, TablePreview, TabularPreview } from './preview-model.ts';
import { countRows, previewTable, type TableDraft, type Titles } from './preview-table.ts';
import { beyondLimit, counted, countText, unreadable } from './refusal.ts';
import type { JsonReading, Reading, RowBatch, TabularFile, Warning } from './source.ts';
import { habitsOf } from './types/habits.ts';

export async function previewTabular(
  file: TabularFile,
  choices: ReadChoices = {},
  options: PaceOptions = {},
): Promise<TabularPreview> {
  const pace = new Pace(file.bytes.length, options);
  checkFile(file);
  const encoding =
    choices.encoding === undefined
      ? detectEncoding(file.name, file.bytes)
      : chosenEncoding(choices.encoding, file.bytes);
  const [head] = decodePieces(file.bytes, encoding);
  const text = head?.text ?? '';
  if (text.trim() === '') throw isEmpty(file);
  if (isJson(file.name, text)) {
    const { hasHeader } = choices;
    const reading: JsonReading = {
      format: jsonFormat(file.name, text),
      encoding,
      ...(hasHeader !== undefined && { hasHeader }),
    };
    const source = new JsonSource(file, reading);
    const drafts = await countRows(source.batches(), pace);
    const titles = source.tables.map((table) => ({ title: table.title, titles: table.titles }));
    return finish(file, reading, titles, drafts, null, source.warnings());
  }
  const plan = planDelimited(file, encoding, choices);
  const source = new DelimitedSource(file, plan.reading);
  const drafts = await countRows(source.batches(), pace);
  const titles = [{ title: titleOfFile(file.name), titles: plan.titles }];
  return finish(file, plan.reading, titles, drafts, plan, [...plan.warnings, ...source.warnings()]);
}

/** The rows of a file once more, as `toCopy` needs them. */
export function batchesOf(file: TabularFile, reading: Reading): Generator<RowBatch> {
  checkFile(file);
  return reading.format === 'delimited'
    ? new DelimitedSource(file, reading).batches()
    : new JsonSource(file, reading).batches();
}

function checkFile({ name, bytes }: TabularFile): void {
  if (bytes.length > MAX_FILE_BYTES) {
    const megabytes = (count: number) => `${countText(Math.ceil(count / 1024 / 1024))} MB`;
    throw beyondLimit({
      message: `“${name}” has ${megabytes(bytes.length)}; at most ${megabytes(MAX_FILE_BYTES)} are taken.`,
      hint: 'Split it, or leave out rows or columns.',
    });
  }
  refuseBinary(name, bytes);
}

function finish(
  file: TabularFile,
  reading: Reading,
  titles: readonly Titles[],
  drafts: readonly TableDraft[],
  plan: DelimitedPlan | null,
  noticed: readonly Warning[],
): TabularPreview {
  const names = tableNames(titles.map(({ title }) => title));
  const habits = habitsOf(drafts.flatMap(({ tallies }) => tallies));
  const tables = titles.map((table, index) => {
    const draft = drafts[index] ?? { tallies: [], rows: [], rowCount: 0 };
    return { index, name: must(names[index], 'a name'), ...previewTable(table, draft, habits) };
  });
  if (tables.every(({ columns }) => columns.length === 0)) throw isEmpty(file);
  const { encoding } = reading;
  return {
    fileName: file.name,
    encoding,
    delimited: plan && { delimiter: plan.reading.delimiter, evidence: plan.delimiterEvidence, header: plan.header },
    reading,
    tables: tables.filter(({ columns }) => columns.length > 0),
    warnings: [
      ...(encoding.hasInvalidBytes ? [{ message: 'Some bytes are no valid UTF-8; they show as �.' }] : []),
      ...noticed,
      ...tables.flatMap((table) => warningsOf(table)),
    ],
  };
}

function warningsOf({ columns, title }: TablePreview): Warning[] {
  if (columns.length === 0) return [{ message: `“${title}” has no rows and was left out.` }];
  const nameless = columns.filter(({ isIncluded }) => !isIncluded).length;
  const ambiguous = columns.filter(({ ambiguity }) => ambiguity !== undefined);
  return [
    ...(nameless > 0 ? [{ message: `${counted(nameless, 'column')} without name and values left out.` }] : []),
    ...ambiguous.map(({ title: column, name, ambiguity }) => ({
      message: `“${column ?? name}” stays text: ${ambiguity}`,
    })),
  ];
}

function isEmpty({ name }: TabularFile): Error {
  return unreadable({ message: `“${name}” has no rows.`, hint: 'Drop a file with at least a header or a row.' });
}
