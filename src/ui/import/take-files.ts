/** What a person drops or chooses, sorted by what can be done with it. */
import { unreadable } from '../../tabular/refusal.ts';
import { counted } from '../parts/format.ts';
import { type DroppedFile, MAX_FILES } from './dropped-files.ts';
import { joinScripts, type ScriptFile, type ScriptPart } from './join-scripts.ts';
import { checkScriptBytes, checkScriptLength, readHead, readTail, readText } from './read-text.ts';
import { type Content, recognise } from './recognise.ts';
import { isPacked, unpack } from './unpack.ts';

type Taken =
  | { readonly kind: 'script'; readonly title: string; readonly text: string; readonly parts: readonly ScriptPart[] }
  /** CSV, TSV, JSON or NDJSON. */
  | { readonly kind: 'rows'; readonly files: readonly File[] }
  | { readonly kind: 'smart-query'; readonly text: string }
  /** A data directory that this page has exported. */
  | { readonly kind: 'database'; readonly file: File; readonly title: string };

export interface TakenFiles {
  readonly taken: Taken;
  /** Files of a folder that were not taken, and why: for people. */
  readonly leftOut: readonly string[];
}

interface SortedFile extends DroppedFile {
  readonly content: Content;
}

const DATABASE_ENDING = /\.(?:tar\.gz|tgz)$/i;
const IN_FOLDERS = /\.(?:sql|ddl|psql|pgsql|csv|tsv|json|ndjson|jsonl)(?:\.gz)?$/i;
/** Names of scripts that take back what their neighbour does: Diesel and Hasura, golang-migrate, Flyway. */
const TAKES_BACK = /(?:^|[/.])down\.sql$|(?:^|\/)U\d[^/]*__[^/]*\.sql$/i;

/** Throws an `AppError` when nothing can be made of them. */
export async function takeFiles(dropped: readonly DroppedFile[], signal: AbortSignal): Promise<TakenFiles> {
  const [first, second] = dropped;
  if (first && !second && DATABASE_ENDING.test(first.file.name)) {
    const title = first.file.name.replace(DATABASE_ENDING, '');
    return { taken: { kind: 'database', file: first.file, title }, leftOut: [] };
  }
  const { kept, leftOut } = chooseFiles(dropped);
  const sorted: SortedFile[] = [];
  for (const each of kept) sorted.push(await sortFile(each, signal));
  return { taken: await together(sorted, signal), leftOut };
}

function chooseFiles(dropped: readonly DroppedFile[]): { kept: readonly DroppedFile[]; leftOut: readonly string[] } {
  const isUnknown = ({ path }: DroppedFile) => path.includes('/') && !IN_FOLDERS.test(path);
  const takesBack = ({ path }: DroppedFile) => dropped.length > 1 && TAKES_BACK.test(path);
  const unknown = dropped.filter(isUnknown);
  const down = dropped.filter((each) => !isUnknown(each) && takesBack(each));
  const kept = dropped.filter((each) => !isUnknown(each) && !takesBack(each));
  if (kept.length === 0) {
    throw unreadable({
      message: 'There is no SQL, CSV, TSV, JSON or NDJSON file in it.',
      hint: 'Drop files with one of these endings, or a folder that holds some.',
    });
  }
  const leftOut = [
    ...(down.length > 0 ? [`${counted(down.length, 'script')} that take back others: ${listed(down)}`] : []),
    ...(unknown.length > 0 ? [`${counted(unknown.length, 'file')} of other kinds: ${listed(unknown)}`] : []),
    ...(dropped.length >= MAX_FILES ? [`whatever comes after the first ${counted(MAX_FILES, 'file')}`] : []),
  ];
  return { kept, leftOut };
}

async function sortFile({ file: packed, path }: DroppedFile, signal: AbortSignal): Promise<SortedFile> {
  signal.throwIfAborted();
  const file = isPacked(packed.name) ? await unpack(packed, signal) : packed;
  const name = isPacked(path) ? path.replace(/\.gz$/i, '') : path;
  const head = await readHead(file);
  const content = recognise(file.name, head, await readTail(file));
  return { file, path: name, content };
}

async function together(files: readonly SortedFile[], signal: AbortSignal): Promise<Taken> {
  const [first, ...others] = files;
  if (!first) throw new Error('no files were kept');
  if (others.some(({ content }) => content !== first.content)) {
    throw unreadable({
      message: 'These are scripts and files with rows at once.',
      hint: 'Import the scripts first. Then drop the other files, and add them to the open database.',
    });
  }
  if (first.content === 'rows') return { kind: 'rows', files: files.map(({ file }) => file) };
  if (first.content === 'smart-query') return { kind: 'smart-query', text: await readText(first.file, signal) };
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const title = others.length === 0 ? first.file.name : folderOf(files);
  checkScriptBytes(title, total);
  const scripts: ScriptFile[] = [];
  for (const { file, path } of files) scripts.push({ name: path, text: await readText(file, signal) });
  const { text, parts } = others.length === 0 ? { text: scripts[0]?.text ?? '', parts: [] } : joinScripts(scripts);
  checkScriptLength(title, text.length);
  return { kind: 'script', title, text, parts };
}

/** The folder that they all come from, or how many they are. */
function folderOf(files: readonly DroppedFile[]): string {
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.split('/')[0] : undefined)));
  const [folder, other] = folders;
  return folder !== undefined && other === undefined && folders.size === 1 ? folder : counted(files.length, 'file');
}

/** Names listed at most. */
const LISTED = 3;

function listed(files: readonly DroppedFile[]): string {
  const names = files.slice(0, LISTED).map(({ path }) => path.split('/').at(-1));
  return names.join(', ') + (files.length > LISTED ? ', …' : '');
}
