/**
 * The two 16-bit float formats of model files, as bits. Rounding is to nearest, ties to even (IEEE 754), which is what
 * torch, numpy and ggml do. `Math.f16round` is too new for the browsers we serve.
 */

const SCRATCH_F32 = new Float32Array(1);
const SCRATCH_U32 = new Uint32Array(SCRATCH_F32.buffer);

const FLOAT16_INFINITY = 0x7c00;
const FLOAT16_QUIET_BIT = 0x0200;
/** Exponent bias of float32 minus that of float16. */
const EXPONENT_SHIFT = 127 - 15;

/** Bits of the float16 nearest to the float32 `value`; from 65,520 on that is infinity. */
export function toFloat16Bits(value: number): number {
  const bits = float32Bits(value);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - EXPONENT_SHIFT;
  const mantissa = bits & 0x7fffff;
  if (exponent === 0xff - EXPONENT_SHIFT) return sign | FLOAT16_INFINITY | (mantissa === 0 ? 0 : FLOAT16_QUIET_BIT);
  if (exponent >= 31) return sign | FLOAT16_INFINITY;
  if (exponent >= 1) return sign | ((exponent << 10) + roundedShift(mantissa, 13));
  // Subnormal: the implicit one becomes explicit and moves right; below half of the smallest one it is zero.
  if (exponent < -10) return sign;
  return sign | roundedShift(mantissa | 0x800000, 14 - exponent);
}

/** The value of a float16, exactly. */
export function fromFloat16Bits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

/** The value of a bfloat16, exactly: it is the upper half of a float32. */
export function fromBfloat16Bits(bits: number): number {
  SCRATCH_U32[0] = bits << 16;
  return scratchFloat();
}

function float32Bits(value: number): number {
  SCRATCH_F32[0] = value;
  return SCRATCH_U32[0] ?? 0;
}

function scratchFloat(): number {
  return SCRATCH_F32[0] ?? 0;
}

/** `value >> shift`, rounded to nearest, ties to even. A carry out of the mantissa rightly raises the exponent. */
function roundedShift(value: number, shift: number): number {
  const kept = value >>> shift;
  const dropped = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return kept + (dropped > half || (dropped === half && (kept & 1) === 1) ? 1 : 0);
}
