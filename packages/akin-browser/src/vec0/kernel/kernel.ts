/**
 * Distances from one query to many rows of vectors, and the nearest of them. AssemblyScript: compiled by compile-kernel.mjs,
 * once with SIMD and once without; the second is for browsers that lack it, and gives the same results.
 *
 * Memory: the query; a heap of the nearest rows so far; one bit a row; one f64 norm a row; the vectors, each padded with
 * zeros to a multiple of 32 bytes. Its sizes are known to vector-memory.ts, and to it alone.
 */

/** The query: f32, i16 (widened from int8) or bits. */
const QUERY: usize = 0;
/** Two arrays side by side: f32 distances and u32 rows. The farthest is first. */
const DISTANCES: usize = 0x8000;
const ROWS: usize = 0x10000;
/** Bit r & 7 of byte r >> 3 is 1 where row r counts. */
const INCLUDED: usize = 0x18000;

// Kinds of distance; distance-kinds.ts has the same numbers.
const FLOAT_COSINE = 0;
const FLOAT_L2 = 1;
const FLOAT_L1 = 2;
const INT8_COSINE = 3;
const INT8_L2 = 4;
const INT8_L1 = 5;
const BIT_HAMMING = 6;
const NATIVE_COSINE = 7;
const NATIVE_L2 = 8;

let dimensions: u32 = 0;
let stride: usize = 0;
let norms: usize = 0;
let vectors: usize = 0;

/** Rows of the last scan whose distance is not a number. */
export let undefinedRows: u32 = 0;

export function place(dimensionsOf: u32, strideOf: usize, normsAt: usize, vectorsAt: usize): void {
  dimensions = dimensionsOf;
  stride = strideOf;
  norms = normsAt;
  vectors = vectorsAt;
}

/**
 * Makes the query ready, and returns its norm. For rows of float32 it lies at its place; else it is given where distances go,
 * as int8, or as float32 that is quantised by its own largest value, which becomes 127.
 */
export function prepare(isFloat: bool, isQuantised: bool): f64 {
  if (isFloat) return Math.sqrt(<f64>squaresOfFloat(QUERY));
  let largest: f64 = 0;
  for (let i: usize = 0; isQuantised && i < dimensions; i++) {
    largest = Math.max(largest, <f64>abs<f32>(load<f32>(DISTANCES + (i << 2))));
  }
  const scale = largest > 0 ? 127 / largest : 0;
  let squares = 0;
  for (let i: usize = 0; i < dimensions; i++) {
    const value = isQuantised
      ? <i32>Math.floor(<f64>load<f32>(DISTANCES + (i << 2)) * scale + 0.5)
      : <i32>load<i8>(DISTANCES + i);
    store<i16>(QUERY + (i << 1), <i16>value);
    squares += value * value;
  }
  return Math.sqrt(<f64>squares);
}

/** Computes the norms of rows that came in: of float32 (`isFloat`) or int8 vectors. */
export function measure(isFloat: bool, from: u32, to: u32): void {
  for (let row = from; row < to; row++) {
    const vector = vectors + <usize>row * stride;
    const squares = isFloat ? <f64>squaresOfFloat(vector) : <f64>squaresOfInt8(vector);
    store<f64>(norms + ((<usize>row) << 3), Math.sqrt(squares));
  }
}

/**
 * Adds rows from..to to the heap of the `k` nearest, which has `count`, and returns how many it has then. Rows must come in
 * ascending order: of equally distant rows the first ones stay.
 */
export function scan(
  kind: i32,
  from: u32,
  to: u32,
  k: u32,
  count: u32,
  filtered: bool,
  queryNorm: f64,
  low: f32,
  high: f32,
): u32 {
  // Rows before this one need no look at their bits: whole words of ones, and of zeros, are taken at once.
  let unchecked: u32 = filtered ? 0 : to;
  for (let row = from; row < to; row++) {
    if (row >= unchecked) {
      if (!(row & 63)) {
        const word = load<u64>(INCLUDED + (row >> 3));
        if (word === 0) {
          row += 63;
          continue;
        }
        if (word === u64.MAX_VALUE) unchecked = row + 64;
      }
      const bits = <u32>load<u8>(INCLUDED + (row >> 3)) >> (row & 7);
      if (row >= unchecked && !(bits & 1)) continue;
    }
    const distance = distanceOf(kind, row, queryNorm);
    if (!(distance >= low && distance <= high)) {
      // Of two comparisons a number passes at least one.
      if (!(distance >= low || distance <= high)) undefinedRows++;
      continue;
    }
    if (count < k) {
      rise(count++, distance, row);
    } else if (distance < distanceAt(0)) {
      sink(k, distance, row);
    }
  }
  return count;
}

/** Puts a row into the free place at the end of the heap. */
function rise(place: u32, distance: f32, row: u32): void {
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (isFarther(parent, distance, row)) break;
    put(place, distanceAt(parent), rowAt(parent));
    place = parent;
  }
  put(place, distance, row);
}

/** Puts a row into the heap in place of the farthest. */
function sink(size: u32, distance: f32, row: u32): void {
  let place: u32 = 0;
  for (;;) {
    let child = place * 2 + 1;
    if (child >= size) break;
    if (child + 1 < size && isFarther(child + 1, distanceAt(child), rowAt(child))) child++;
    if (!isFarther(child, distance, row)) break;
    put(place, distanceAt(child), rowAt(child));
    place = child;
  }
  put(place, distance, row);
}

/** Brings the heap into order: nearest first. */
export function sort(count: u32): void {
  while (count > 1) {
    count--;
    const distance = distanceAt(count);
    const row = rowAt(count);
    put(count, distanceAt(0), rowAt(0));
    sink(count, distance, row);
  }
}

/** Of two equally distant rows the later one is farther. */
function isFarther(place: u32, distance: f32, row: u32): bool {
  const other = distanceAt(place);
  return other > distance || (other === distance && rowAt(place) > row);
}

function distanceAt(place: u32): f32 {
  return load<f32>(DISTANCES + (place << 2));
}

function rowAt(place: u32): u32 {
  return load<u32>(ROWS + (place << 2));
}

function put(place: u32, distance: f32, row: u32): void {
  store<f32>(DISTANCES + (place << 2), distance);
  store<u32>(ROWS + (place << 2), row);
}

function distanceOf(kind: i32, row: u32, queryNorm: f64): f32 {
  const vector = vectors + <usize>row * stride;
  if (kind === INT8_COSINE) return cosine(<f64>dotOfInt8(vector), row, queryNorm);
  if (kind === BIT_HAMMING) return <f32>bitsThatDiffer(vector);
  if (ASC_FEATURE_SIMD) {
    if (kind === FLOAT_COSINE) return cosine(<f64>dotOfFloat(vector), row, queryNorm);
    if (kind === FLOAT_L2) return <f32>Math.sqrt(<f64>squaredL2OfFloat(vector));
    if (kind === FLOAT_L1) return l1OfFloat(vector);
  }
  if (kind === INT8_L2) return <f32>Math.sqrt(<f64>squaredL2OfInt8(vector));
  if (kind === INT8_L1) return <f32>l1OfInt8(vector);
  // Without SIMD there is one way for float32.
  if (kind === NATIVE_COSINE || kind === FLOAT_COSINE) return nativeCosine(vector);
  if (kind === NATIVE_L2 || kind === FLOAT_L2) return nativeL2(vector);
  return nativeL1(vector);
}

/** The order of operations is sqlite-vec's, so that the last bit is too. */
function cosine(dot: f64, row: u32, queryNorm: f64): f32 {
  return <f32>(1.0 - dot / (load<f64>(norms + ((<usize>row) << 3)) * queryNorm));
}

function dotOfInt8(vector: usize): i32 {
  if (!ASC_FEATURE_SIMD) {
    let sum = 0;
    for (let i: usize = 0; i < dimensions; i++) {
      sum += <i32>load<i8>(vector + i) * <i32>load<i16>(QUERY + (i << 1));
    }
    return sum;
  }
  let even = i32x4.splat(0);
  let odd = i32x4.splat(0);
  let query = QUERY;
  for (const end = vector + stride; vector < end; vector += 16) {
    even = i32x4.add(even, i32x4.dot_i16x8_s(v128.load_ext<i8>(vector), v128.load(query)));
    odd = i32x4.add(odd, i32x4.dot_i16x8_s(v128.load_ext<i8>(vector, 8), v128.load(query, 16)));
    query += 32;
  }
  return sumOfInts(i32x4.add(even, odd));
}

function squaresOfInt8(vector: usize): i32 {
  let sum = 0;
  for (let i: usize = 0; i < dimensions; i++) {
    const value = <i32>load<i8>(vector + i);
    sum += value * value;
  }
  return sum;
}

function squaredL2OfInt8(vector: usize): i32 {
  if (!ASC_FEATURE_SIMD) {
    let sum = 0;
    for (let i: usize = 0; i < dimensions; i++) {
      const difference = <i32>load<i8>(vector + i) - <i32>load<i16>(QUERY + (i << 1));
      sum += difference * difference;
    }
    return sum;
  }
  let sum = i32x4.splat(0);
  let query = QUERY;
  for (const end = vector + stride; vector < end; vector += 8) {
    const difference = i16x8.sub(v128.load_ext<i8>(vector), v128.load(query));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(difference, difference));
    query += 16;
  }
  return sumOfInts(sum);
}

function l1OfInt8(vector: usize): i32 {
  if (!ASC_FEATURE_SIMD) {
    let sum = 0;
    for (let i: usize = 0; i < dimensions; i++) {
      sum += abs<i32>(<i32>load<i8>(vector + i) - <i32>load<i16>(QUERY + (i << 1)));
    }
    return sum;
  }
  let sum = i32x4.splat(0);
  let query = QUERY;
  for (const end = vector + stride; vector < end; vector += 8) {
    const difference = i16x8.abs(i16x8.sub(v128.load_ext<i8>(vector), v128.load(query)));
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(difference));
    query += 16;
  }
  return sumOfInts(sum);
}

function bitsThatDiffer(vector: usize): i32 {
  let query = QUERY;
  const end = vector + stride;
  if (!ASC_FEATURE_SIMD) {
    let sum: u64 = 0;
    for (; vector < end; vector += 8) {
      sum += popcnt<u64>(load<u64>(vector) ^ load<u64>(query));
      query += 8;
    }
    return <i32>sum;
  }
  let sum = i32x4.splat(0);
  for (; vector < end; vector += 16) {
    const ones = i8x16.popcnt(v128.xor(v128.load(vector), v128.load(query)));
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(ones)));
    query += 16;
  }
  return sumOfInts(sum);
}

function dotOfFloat(vector: usize): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  let query = QUERY;
  for (const end = vector + stride; vector < end; vector += 32) {
    even = f32x4.add(even, f32x4.mul(v128.load(vector), v128.load(query)));
    odd = f32x4.add(odd, f32x4.mul(v128.load(vector, 16), v128.load(query, 16)));
    query += 32;
  }
  return sumOfFloats(f32x4.add(even, odd));
}

function squaresOfFloat(vector: usize): f32 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < (<usize>dimensions) << 2; i += 4) {
    const value = <f64>load<f32>(vector + i);
    sum += value * value;
  }
  return <f32>sum;
}

function squaredL2OfFloat(vector: usize): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  let query = QUERY;
  for (const end = vector + stride; vector < end; vector += 32) {
    const first = f32x4.sub(v128.load(vector), v128.load(query));
    const second = f32x4.sub(v128.load(vector, 16), v128.load(query, 16));
    even = f32x4.add(even, f32x4.mul(first, first));
    odd = f32x4.add(odd, f32x4.mul(second, second));
    query += 32;
  }
  return sumOfFloats(f32x4.add(even, odd));
}

function l1OfFloat(vector: usize): f32 {
  let sum = f32x4.splat(0);
  let query = QUERY;
  for (const end = vector + stride; vector < end; vector += 16) {
    sum = f32x4.add(sum, f32x4.abs(f32x4.sub(v128.load(vector), v128.load(query))));
    query += 16;
  }
  return sumOfFloats(sum);
}

/** sqlite-vec adds up one number after the other, in 32 bits; shortlisted rows get the same rounding errors as there. */
function nativeCosine(vector: usize): f32 {
  let dot: f32 = 0;
  let squares: f32 = 0;
  let querySquares: f32 = 0;
  for (let i: usize = 0; i < (<usize>dimensions) << 2; i += 4) {
    const value = load<f32>(vector + i);
    const other = load<f32>(QUERY + i);
    dot += value * other;
    squares += value * value;
    querySquares += other * other;
  }
  return <f32>(1.0 - <f64>dot / (Math.sqrt(<f64>squares) * Math.sqrt(<f64>querySquares)));
}

function nativeL2(vector: usize): f32 {
  let sum: f32 = 0;
  for (let i: usize = 0; i < (<usize>dimensions) << 2; i += 4) {
    const difference = load<f32>(vector + i) - load<f32>(QUERY + i);
    sum += difference * difference;
  }
  return <f32>Math.sqrt(<f64>sum);
}

function nativeL1(vector: usize): f32 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < (<usize>dimensions) << 2; i += 4) {
    sum += Math.abs(<f64>load<f32>(vector + i) - <f64>load<f32>(QUERY + i));
  }
  return <f32>sum;
}

function sumOfInts(lanes: v128): i32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}

function sumOfFloats(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    f32x4.extract_lane(lanes, 2) +
    f32x4.extract_lane(lanes, 3)
  );
}
