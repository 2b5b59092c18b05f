/**
 * A small network in whole numbers, and the resize before it. AssemblyScript: compiled by compile-kernel.mjs. Addresses
 * are chosen by small-network.ts, and known to it alone.
 *
 * What a layer gives lies row after row, i16 [side + 2][side + 2][channels], with zeros around it: so the three taps of a
 * kernel's row are one run of numbers, and nothing has to be gathered before it is multiplied.
 */

/** Largest value that a layer gives: 12 bits, which with weights of 8 bits can't overflow 32. */
const LARGEST = 4095;

/** Bits of a resize's weights, which add up to 1. */
const WEIGHT_BITS = 14;

/**
 * 3 x 3 convolution, bias, scale, addition of what came before, and limits. `side` of the output is a multiple of 3,
 * `inputs` even, `outputs` a multiple of 8.
 *
 * @param weights i16 [outputs / 8][3 rows][3 * inputs / 2][8][2]: two neighbouring inputs of eight outputs lie together
 * @param scales i32 [outputs] of biases, then i32 [outputs] of multipliers
 * @param shift a sum times its multiplier is divided by 2 ** shift, and rounded
 * @param before what is added, as the output lies; 0 for nothing
 */
export function convolve(
  input: usize,
  inputSide: usize,
  inputs: usize,
  stride: usize,
  weights: usize,
  scales: usize,
  shift: i32,
  before: usize,
  output: usize,
  side: usize,
  outputs: usize,
): void {
  const row = (inputSide + 2) * inputs * 2;
  const step = stride * inputs * 2;
  const run = inputs * 6;
  const pixel = outputs * 2;
  for (let group: usize = 0; group < outputs; group += 8) {
    const some = weights + group * run * 3;
    const scale = scales + group * 4;
    for (let y: usize = 0; y < side; y++) {
      let target = ((y + 1) * (side + 2) + 1) * pixel + group * 2;
      for (let x: usize = 0; x < side; x += 3) {
        const corner = input + y * stride * row + x * step;
        let w = some;
        let a0 = i32x4.splat(0);
        let a1 = i32x4.splat(0);
        let b0 = i32x4.splat(0);
        let b1 = i32x4.splat(0);
        let c0 = i32x4.splat(0);
        let c1 = i32x4.splat(0);
        for (let ky: usize = 0; ky < 3; ky++) {
          let a = corner + ky * row;
          let b = a + step;
          let c = b + step;
          for (const end = a + run; a < end; a += 4) {
            const w0 = v128.load(w);
            const w1 = v128.load(w, 16);
            const fromA = v128.load32_splat(a);
            a0 = i32x4.add(a0, i32x4.dot_i16x8_s(fromA, w0));
            a1 = i32x4.add(a1, i32x4.dot_i16x8_s(fromA, w1));
            const fromB = v128.load32_splat(b);
            b0 = i32x4.add(b0, i32x4.dot_i16x8_s(fromB, w0));
            b1 = i32x4.add(b1, i32x4.dot_i16x8_s(fromB, w1));
            const fromC = v128.load32_splat(c);
            c0 = i32x4.add(c0, i32x4.dot_i16x8_s(fromC, w0));
            c1 = i32x4.add(c1, i32x4.dot_i16x8_s(fromC, w1));
            b += 4;
            c += 4;
            w += 32;
          }
        }
        finish(a0, a1, scale, outputs, shift, before, output, target);
        finish(b0, b1, scale, outputs, shift, before, output, target + pixel);
        finish(c0, c1, scale, outputs, shift, before, output, target + 2 * pixel);
        target += 3 * pixel;
      }
    }
  }
}

/** Eight sums of one pixel become values. */
function finish(
  low: v128,
  high: v128,
  scale: usize,
  outputs: usize,
  shift: i32,
  before: usize,
  output: usize,
  target: usize,
): void {
  const multipliers = scale + outputs * 4;
  let first = rescaled(i32x4.add(low, v128.load(scale)), v128.load(multipliers), shift);
  let second = rescaled(i32x4.add(high, v128.load(scale, 16)), v128.load(multipliers, 16), shift);
  if (before) {
    first = i32x4.add(first, v128.load_ext<i16>(before + target));
    second = i32x4.add(second, v128.load_ext<i16>(before + target, 8));
  }
  const values = i16x8.narrow_i32x4_s(first, second);
  const most = i16x8.min_s(values, i16x8.splat(<i16>LARGEST));
  v128.store(output + target, i16x8.max_s(most, i16x8.splat(0)));
}

/** sum * multiplier / 2 ** shift, rounded to the nearest, halves up. */
function rescaled(sums: v128, multipliers: v128, shift: i32): v128 {
  const half = i64x2.splat((<i64>1) << (shift - 1));
  const low = i64x2.extmul_low_i32x4_s(sums, multipliers);
  const high = i64x2.extmul_high_i32x4_s(sums, multipliers);
  return v128.shuffle<i32>(
    i64x2.shr_s(i64x2.add(low, half), shift),
    i64x2.shr_s(i64x2.add(high, half), shift),
    0,
    2,
    4,
    6,
  );
}

/** The sum of all pixels of each channel, divided by 2 ** shift and rounded: i16 [channels]. */
export function pool(input: usize, side: usize, channels: usize, shift: i32, output: usize): void {
  const row = (side + 2) * channels * 2;
  const half = (1 << shift) >> 1;
  for (let channel: usize = 0; channel < channels; channel++) {
    let sum = half;
    for (let y: usize = 1; y <= side; y++) {
      const from = input + y * row + channel * 2;
      for (let x: usize = 1; x <= side; x++) sum += load<i16>(from + x * channels * 2);
    }
    store<i16>(output + channel * 2, <i16>(sum >> shift));
  }
}

/**
 * A matrix times a vector.
 *
 * @param weights i16 [outputs / 8][inputs / 2][8][2]
 * @param output i32 [outputs]
 */
export function multiply(
  input: usize,
  inputs: usize,
  weights: usize,
  output: usize,
  outputs: usize,
): void {
  for (let group: usize = 0; group < outputs; group += 8) {
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (let at = input; at < input + inputs * 2; at += 4) {
      const values = v128.load32_splat(at);
      low = i32x4.add(low, i32x4.dot_i16x8_s(values, v128.load(weights)));
      high = i32x4.add(high, i32x4.dot_i16x8_s(values, v128.load(weights, 16)));
      weights += 32;
    }
    v128.store(output + group * 4, low);
    v128.store(output + group * 4, high, 16);
  }
}

/**
 * One row of a picture made lower: weighted means of its old rows, `width` bytes each, a multiple of 16.
 *
 * @param rows the first of them; one more row than `count` may be read where that is odd, and counts for nothing
 * @param weights i16 [count], and a zero after them where `count` is odd
 */
export function blendRows(
  rows: usize,
  count: usize,
  width: usize,
  stride: usize,
  weights: usize,
  output: usize,
): void {
  for (let at: usize = 0; at < width; at += 16) {
    const half = i32x4.splat(1 << (WEIGHT_BITS - 1));
    let a = half;
    let b = half;
    let c = half;
    let d = half;
    let row = rows + at;
    for (let i: usize = 0; i < count; i += 2) {
      const pair = v128.load32_splat(weights + i * 2);
      const upper = v128.load(row);
      const lower = v128.load(row + stride);
      const left = v128.shuffle<u8>(
        upper,
        lower,
        0,
        16,
        1,
        17,
        2,
        18,
        3,
        19,
        4,
        20,
        5,
        21,
        6,
        22,
        7,
        23,
      );
      const right = v128.shuffle<u8>(
        upper,
        lower,
        8,
        24,
        9,
        25,
        10,
        26,
        11,
        27,
        12,
        28,
        13,
        29,
        14,
        30,
        15,
        31,
      );
      a = i32x4.add(a, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(left), pair));
      b = i32x4.add(b, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(left), pair));
      c = i32x4.add(c, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(right), pair));
      d = i32x4.add(d, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(right), pair));
      row += 2 * stride;
    }
    const first = i16x8.narrow_i32x4_s(i32x4.shr_s(a, WEIGHT_BITS), i32x4.shr_s(b, WEIGHT_BITS));
    const second = i16x8.narrow_i32x4_s(i32x4.shr_s(c, WEIGHT_BITS), i32x4.shr_s(d, WEIGHT_BITS));
    v128.store(output + at, i8x16.narrow_i16x8_u(first, second));
  }
}

/**
 * One pixel of each row of a picture, the weighted mean of old ones, as the network takes it: 2 * value - 255.
 *
 * @param rows bytes, `stride` between rows, from the first old pixel of the first row
 * @param weights i16 [count]
 * @param output i16 of 4 channels, the last one 0, of the first row; `outputStride` bytes to the next
 */
export function blendColumns(
  rows: usize,
  height: usize,
  stride: usize,
  count: usize,
  weights: usize,
  output: usize,
  outputStride: usize,
): void {
  for (let y: usize = 0; y < height; y++) {
    let red = 1 << (WEIGHT_BITS - 1);
    let green = red;
    let blue = red;
    let at = rows + y * stride;
    for (let i: usize = 0; i < count; i++) {
      const weight = <i32>load<i16>(weights + i * 2);
      red += weight * <i32>load<u8>(at);
      green += weight * <i32>load<u8>(at, 1);
      blue += weight * <i32>load<u8>(at, 2);
      at += 3;
    }
    store<i16>(output, <i16>(2 * (red >> WEIGHT_BITS) - 255));
    store<i16>(output, <i16>(2 * (green >> WEIGHT_BITS) - 255), 2);
    store<i16>(output, <i16>(2 * (blue >> WEIGHT_BITS) - 255), 4);
    output += outputStride;
  }
}
