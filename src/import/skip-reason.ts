/** Statements that mean nothing in a database of one user in one page, told from their first words. */

const EACH_ON_ITS_OWN = 'Each statement is applied on its own, so transaction control has nothing to do.';
const NOT_UNDONE = 'Each statement is applied on its own: what stands above this line was not undone.';
const CURSOR = 'A cursor lives inside a transaction, and each statement is applied on its own.';
const ONE_USER = 'There is one user here, who owns everything.';
const ONE_DATABASE = 'There is one database here, and the script goes into it.';
const ONE_PLACE = 'There are no tablespaces here: everything is kept in one place.';
const NO_REPLICAS = 'Nothing is replicated from here.';
const NO_EVENT_TRIGGERS = 'Event triggers do not fire here.';
const NO_OTHER_SERVERS = 'This database cannot reach other servers.';
const NO_LANGUAGES = 'Functions are written in SQL and PL/pgSQL here; no other language can be added.';
const NO_UPKEEP = 'Upkeep of a server, which this database does not need.';
const NO_SERVER = 'A setting of the whole server, of which there is none here.';
const NO_LABELS = 'Nothing here gives security labels a meaning.';
const NO_LISTENERS = 'No other session is there to notify or to be notified by.';
const NO_LIBRARIES = 'Compiled libraries cannot be loaded here.';

const VARIABLES = 'The statements below are run with the values of the variables.';
const PSQL_COMMAND = 'A command to the psql program, not SQL.';

/** Those by which nothing is lost. */
export const NEEDLESS: readonly string[] = [
  EACH_ON_ITS_OWN,
  CURSOR,
  ONE_USER,
  ONE_DATABASE,
  ONE_PLACE,
  NO_UPKEEP,
  NO_SERVER,
  NO_LISTENERS,
  VARIABLES,
  PSQL_COMMAND,
];

/** First words of statements, and why they are passed over. The longest match counts. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ...each(EACH_ON_ITS_OWN, 'begin|commit|end|savepoint|release|lock|start transaction|prepare transaction'),
  ...each(EACH_ON_ITS_OWN, 'commit prepared|set transaction|set session characteristics|set constraints'),
  ...each(NOT_UNDONE, 'rollback|abort'),
  ...each(CURSOR, 'declare|fetch|move|close'),
  ...each(ONE_USER, 'grant|revoke|reassign owned|drop owned|alter default privileges|set role|reset role'),
  ...each(ONE_USER, 'set session authorization|set local role|reset session authorization'),
  ...each(ONE_USER, forAll('role|user|group')),
  ...each(ONE_DATABASE, forAll('database')),
  ...each(ONE_PLACE, forAll('tablespace')),
  ...each(NO_REPLICAS, forAll('publication|subscription')),
  ...each(NO_EVENT_TRIGGERS, forAll('event trigger')),
  ...each(NO_OTHER_SERVERS, forAll('server|foreign data wrapper|user mapping')),
  ...each(NO_OTHER_SERVERS, 'import foreign schema'),
  ...each(NO_LANGUAGES, forAll('language|procedural language|trusted language|trusted procedural language|transform')),
  ...each(NO_LANGUAGES, 'create or replace language|create or replace procedural language'),
  ...each(NO_LANGUAGES, 'create or replace trusted language|create or replace trusted procedural language'),
  ...each(NO_LABELS, 'security label'),
  ...each(NO_SERVER, 'alter system'),
  ...each(NO_UPKEEP, 'vacuum|cluster|reindex|checkpoint'),
  ...each(NO_LISTENERS, 'listen|unlisten|notify'),
  ...each(NO_LIBRARIES, 'load'),
]);

/** Why a statement is passed over; undefined for the ones that run. `words` as in `SqlPiece.words`. */
export function reasonToSkip(words: readonly string[]): string | undefined {
  for (let length = Math.min(words.length, 6); length > 0; length--) {
    const reason = REASONS.get(words.slice(0, length).join(' '));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** psql's own commands that bear on the script; the others only change how psql prints and asks. */
const PSQL_REASONS: ReadonlyMap<string, string> = new Map([
  ...each(ONE_DATABASE, 'c|connect'),
  ...each(
    'The file that it names is not here: import it on its own, before this one.',
    'i|ir|include|include_relative',
  ),
  ...each(VARIABLES, 'set|unset'),
  ...each('The file that it reads or writes is not here.', 'copy|o|out|w|write|lo_import|lo_export'),
  ...each('A condition of psql: the statements inside are applied whatever it says.', 'if|elif|else|endif'),
]);

export function reasonToSkipPsql(command: string): string {
  return PSQL_REASONS.get(/^\\([a-z_]+)/.exec(command)?.[1] ?? '') ?? PSQL_COMMAND;
}

function each(reason: string, phrases: string): [string, string][] {
  return phrases.split('|').map((phrase) => [phrase, reason]);
}

function forAll(kinds: string): string {
  const verbs = ['create', 'alter', 'drop', 'comment on'];
  return kinds
    .split('|')
    .flatMap((kind) => verbs.map((verb) => `${verb} ${kind}`))
    .join('|');
}
