/** Random numbers that are the same for the same seed: xorshift32 (Marsaglia 2003, https://doi.org/10.18637/jss.v008.i14). */
export declare class RandomNumbers {
  private state;
  constructor(seed: number);
  /** 32 random bits, as a signed integer. */
  bits(): number;
  /** From 0, below 1. */
  uniform(): number;
  /** Nearly normal: the sum of four bytes, whose standard deviation is twice a byte's. */
  normal(length: number, deviation: number): Float32Array;
}
