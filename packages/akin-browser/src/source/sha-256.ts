const ROUNDS = 64;
const BLOCK = 64;
const PRIMES = primes(ROUNDS);
/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const CONSTANTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

/**
 * SHA-256 (FIPS 180-4) for pages that are not encrypted, where browsers keep `crypto.subtle` back. It guards against
 * damage; nothing secret depends on it.
 */
export function sha256(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((content.length + 9) / BLOCK) * BLOCK);
  padded.set(content);
  padded[content.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(content.length) * 8n);

  const state = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  for (let offset = 0; offset < padded.length; offset += BLOCK) addBlock(state, view, offset);

  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setInt32(4 * index, word);
  });
  return new Uint8Array(digest.buffer);
}

const words = new Int32Array(ROUNDS);

function addBlock(state: Int32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + 4 * i);
  for (let i = 16; i < ROUNDS; i++) {
    const x = word(words, i - 15);
    const y = word(words, i - 2);
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[i] = word(words, i - 16) + s0 + word(words, i - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < ROUNDS; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const added = (h + s1 + ((e & f) ^ (~e & g)) + (CONSTANTS[i] ?? 0) + word(words, i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const sum = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    // Not by one assignment of eight: engines make an array of that each time.
    h = g;
    g = f;
    f = e;
    e = (d + added) | 0;
    d = c;
    c = b;
    b = a;
    a = (added + sum) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = word(state, index) + value;
  });
}

function word(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** Turns 32 bits to the right. */
function turn(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}
