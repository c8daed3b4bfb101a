export interface TokenLogit {
  readonly token: number;
  readonly logit: number;
}

/** The grammar's mask leaves negative infinity or the least number of its type; no model computes what is near. */
const MASKED = -1e9;

/** At most `count` tokens that the grammar's mask has left, the likeliest first. */
export function likeliestTokens(logits: Float32Array, count: number): readonly TokenLogit[] {
  const likeliest: TokenLogit[] = [];
  let least = MASKED;
  // Most of 150,000 logits fail the first comparison.
  for (let token = 0; token < logits.length; token++) {
    const logit = logits[token] ?? MASKED;
    if (!(logit > least)) continue;
    let at = likeliest.length;
    while (at > 0 && logit > (likeliest[at - 1]?.logit ?? logit)) at--;
    likeliest.splice(at, 0, { token, logit });
    if (likeliest.length > count) likeliest.pop();
    if (likeliest.length === count) least = likeliest.at(-1)?.logit ?? MASKED;
  }
  return likeliest;
}
