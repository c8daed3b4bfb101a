/** 95 % of a normal distribution lie within this many deviations. */
const Z = 1.959964;

/** Wilson's score interval of a share, in percent (E. B. Wilson, 1927): sound for few cases and for shares near 0 or 1. */
export function wilsonInterval(right: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 100 };
  const share = right / total;
  const scale = 1 + Z ** 2 / total;
  const middle = (share + Z ** 2 / (2 * total)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half) };
}
