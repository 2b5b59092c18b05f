import type { RandomNumbers } from "../onnx/random-numbers.js";

type Mutation = (bytes: Buffer, random: RandomNumbers) => Buffer;

/** Numbers that sizes and offsets are mistaken for. */
const TELLING = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** What happens to files on the way, and what somebody means to do to a decoder. */
export const MUTATIONS: Record<string, Mutation> = {
  "bits flipped"(bytes, random) {
    for (let flips = 1 + below(random, 32); flips > 0; flips--) {
      const at = placeIn(bytes, random);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    }
    return bytes;
  },
  "cut short": (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  "pieces swapped"(bytes, random) {
    const length = 1 + below(random, Math.min(512, bytes.length / 2));
    const [a, b] = [below(random, bytes.length - length), below(random, bytes.length - length)];
    const piece = Buffer.from(bytes.subarray(a, a + length));
    bytes.copy(bytes, a, b, b + length);
    piece.copy(bytes, b);
    return bytes;
  },
  "lengths changed"(bytes, random) {
    for (let times = 1 + below(random, 3); times > 0; times--) {
      const value = TELLING[below(random, TELLING.length)] ?? 0;
      const at = placeIn(bytes, random);
      if (at + 4 > bytes.length) continue;
      if (random.uniform() < 0.5) bytes.writeUInt32BE(value, at);
      else bytes.writeUInt16LE(value & 0xffff, at);
    }
    return bytes;
  },
  "zeros within"(bytes, random) {
    const at = below(random, bytes.length);
    return bytes.fill(0, at, Math.min(bytes.length, at + 1 + below(random, 4096)));
  },
  "a piece twice"(bytes, random) {
    const [from, at] = [below(random, bytes.length), placeIn(bytes, random)];
    const piece = bytes.subarray(from, from + 1 + below(random, 1024));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  "noise at the end": (bytes, random) =>
    Buffer.concat([bytes, Buffer.from(Uint8Array.from({ length: 200 }, () => random.bits()))]),
};

/** Half of the time within the first kilobyte, where files say what they are. */
function placeIn(bytes: Buffer, random: RandomNumbers): number {
  return below(random, random.uniform() < 0.5 ? Math.min(1024, bytes.length) : bytes.length);
}

function below(random: RandomNumbers, limit: number): number {
  return Math.floor(random.uniform() * Math.max(1, limit));
}
