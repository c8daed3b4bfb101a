/** The tokenizer file that training writes (`models/train/nano.py`): byte-level BPE with every choice already made. */
import * as v from 'valibot';
import { AppError } from '../../src/platform/errors.ts';

/** GGUF's numbers for what a token is. */
export const TOKEN_NORMAL = 1;
export const TOKEN_CONTROL = 3;
export const TOKEN_UNUSED = 5;

const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));

const nanoTokenizerSchema = v.object({
  /** Byte-level text of each token, in the order of their ids; special tokens as plain text. */
  tokens: v.array(v.string()),
  types: v.array(v.picklist([TOKEN_NORMAL, TOKEN_CONTROL, TOKEN_UNUSED])),
  /** `left right`, in the order of their rank. */
  merges: v.array(v.string()),
  specials: v.record(v.string(), tokenId),
  /** Ends the model's answer. */
  end: tokenId,
  pad: tokenId,
});

export type NanoTokenizer = v.InferOutput<typeof nanoTokenizerSchema>;

/** @throws AppError `model/invalid` */
export function parseNanoTokenizer(json: unknown): NanoTokenizer {
  const result = v.safeParse(nanoTokenizerSchema, json);
  if (!result.success) throw invalid(`${v.getDotPath(result.issues[0]) ?? 'file'}: ${result.issues[0].message}`);
  const tokenizer = result.output;
  const { tokens, types, specials, end, pad } = tokenizer;
  if (types.length !== tokens.length) throw invalid('it has not one type for each token');
  if (new Set(tokens).size !== tokens.length) throw invalid('a token occurs twice');
  for (const [text, id] of Object.entries(specials)) {
    if (tokens[id] !== text || types[id] !== TOKEN_CONTROL) throw invalid(`${text} is not the control token ${id}`);
  }
  for (const id of [end, pad]) if (types[id] !== TOKEN_CONTROL) throw invalid(`token ${id} is not a control token`);
  const known = new Set(tokens);
  for (const merge of tokenizer.merges) {
    const [left, right, ...rest] = merge.split(' ');
    if (!left || !right || rest.length > 0) throw invalid(`the merge "${merge}" is not a pair`);
    if (!known.has(left + right)) throw invalid(`the merge "${merge}" makes no token`);
  }
  return tokenizer;
}

function invalid(why: string): AppError {
  return new AppError({ code: 'model/invalid', message: `This is not a valid tokenizer file: ${why}.` });
}
