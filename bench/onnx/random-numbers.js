/** Random numbers that are the same for the same seed: xorshift32 (Marsaglia 2003, https://doi.org/10.18637/jss.v008.i14). */
export class RandomNumbers {
  state;
  constructor(seed) {
    this.state = seed | 0 || 1;
  }
  /** 32 random bits, as a signed integer. */
  bits() {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x;
  }
  /** From 0, below 1. */
  uniform() {
    return (this.bits() >>> 0) / 2 ** 32;
  }
  /** Nearly normal: the sum of four bytes, whose standard deviation is twice a byte's. */
  normal(length, deviation) {
    const values = new Float32Array(length);
    const scale = deviation / 147.8;
    for (let i = 0; i < length; i++) {
      const x = this.bits();
      values[i] = ((x & 255) + ((x >>> 8) & 255) + ((x >>> 16) & 255) + (x >>> 24) - 510) * scale;
    }
    return values;
  }
}
//# sourceMappingURL=random-numbers.js.map
