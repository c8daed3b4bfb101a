/** The models that the picker offers: `models/registry.json`, checked once at the edge. */
import * as v from 'valibot';
import registry from '../../models/registry.json' with { type: 'json' };

const modelEntrySchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  /** One sentence for people. */
  description: v.string(),
  engine: v.picklist(['wllama', 'webllm']),
  /** `bundled:` names a file of this build; WebLLM entries name a model of its own list. */
  source: v.string(),
  /** Bytes to download. */
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Lower-case hex of the whole file; null where the host's own list of files is all there is. */
  sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  promptTemplate: v.picklist(['nano-1', 'chat-1']),
  grammarDialect: v.picklist(['gbnf', 'ebnf']),
  contextTokens: v.pipe(v.number(), v.integer(), v.minValue(256)),
  /** Tables that the model is shown at most to write a query over; fewer where they are wide. */
  maxTables: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /**
   * Who chooses them from a larger schema (docs/decisions/005-two-stage-decoding.md): `linking` goes by the words of the
   * question, at once; `model` has the model list tables first, and adds what linking finds.
   */
  tableChoice: v.picklist(['linking', 'model']),
  /** `keys`: it knows no joins but those along foreign keys, and its grammar has no other. */
  joins: v.picklist(['any', 'keys']),
  requiresShaderF16: v.boolean(),
  /** Null where the processor computes. */
  gpu: v.nullable(
    v.strictObject({
      /** Mebibytes of graphics memory with 4,096 tokens of context, by WebLLM's own list. */
      memoryMiB: v.pipe(v.number(), v.minValue(1)),
      /** Bytes of keys and values that one token of context takes. */
      kvBytesPerToken: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** Of the largest tensor, the embeddings. */
      largestBufferBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ),
  licence: v.string(),
});

export type ModelEntry = v.InferOutput<typeof modelEntrySchema>;

export const MODEL_CATALOGUE: readonly ModelEntry[] = v.parse(v.array(modelEntrySchema), registry);
