/** What the ask loop needs from the world: the page hands in the workers' clients, a test hands in a script. */
import type { QueryResult } from '../database/contract.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { GenerateRequest, Generation, GrammarDialect } from '../engine/contract.ts';
import type { Schema } from '../schema/model.ts';

export interface DatabasePort {
  /** The schema, as soon as the database is up. */
  schema(signal: AbortSignal): Promise<Schema>;
  prepare(sql: string, signal: AbortSignal): Promise<unknown>;
  runReadOnly(sql: string, signal: AbortSignal): Promise<QueryResult>;
}

export interface EnginePort {
  /** The model that `loaded` is most likely to give: what depends on it can begin before. */
  expected(): ModelEntry;
  /** The model, as soon as it is loaded; rejects when it cannot be. */
  loaded(signal: AbortSignal): Promise<ModelEntry>;
  /** Compiles a grammar in the model's dialect, unless that was done before. */
  prepareGrammar(grammar: string, signal: AbortSignal): Promise<unknown>;
  generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation>;
}

export interface AskPorts {
  readonly database: DatabasePort;
  readonly engine: EnginePort;
  /** Grammar text over exactly these tables. */
  grammar(schema: Schema, dialect: GrammarDialect, signal: AbortSignal): Promise<string>;
  /** Spells a query of `schema` for people without changing what it says. */
  layOut(sql: string, schema: Schema): Promise<string>;
}
