/**
 * The standard normal distribution function, to a relative error of 2e-7 in either tail: the complementary error
 * function by the Chebyshev fit of Press et al., "Numerical Recipes" (erfcc).
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  let polynomial = 0;
  for (const coefficient of ERFC) polynomial = polynomial * t + coefficient;
  const tail = (t * Math.exp(-x * x + polynomial)) / 2;
  return z < 0 ? tail : 1 - tail;
}

/**
 * Its inverse, by bisection: sixty steps from a closed interval, so that it fits `normalCdf` and needs no tables.
 * @param p above 0 and below 1
 */
export function normalQuantile(p: number): number {
  let low = -40;
  let high = 40;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const ERFC = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
  1.00002368, -1.26551223,
];
