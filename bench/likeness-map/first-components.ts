import type { VectorSet } from "akin-gallery/similarity";
import { vectorOf } from "../similarity/embedded-gallery.js";

const ROUNDS = 60;

/** Where photos are in the plane of their first two principal components: the best flat projection. */
export function firstComponents(set: VectorSet): { x: Float64Array; y: Float64Array } {
  const photos = set.ids.length;
  const mean = new Float64Array(set.dimensions);
  for (let row = 0; row < photos; row++) {
    for (const [i, value] of vectorOf(set, row).entries())
      mean[i] = Number(mean[i]) + value / photos;
  }
  const project = (axis: Float64Array) =>
    Float64Array.from({ length: photos }, (_, row) =>
      vectorOf(set, row).reduce(
        (sum, value, i) => sum + (value - Number(mean[i])) * Number(axis[i]),
        0,
      ),
    );
  const component = (others: readonly Float64Array[]): Float64Array => {
    let axis = Float64Array.from(mean, (_, i) => Math.sin(i + 1));
    for (let round = 0; round < ROUNDS; round++) {
      const along = project(unit(axis, others));
      axis = new Float64Array(set.dimensions);
      for (let row = 0; row < photos; row++) {
        for (const [i, value] of vectorOf(set, row).entries()) {
          axis[i] = Number(axis[i]) + Number(along[row]) * (value - Number(mean[i]));
        }
      }
    }
    return unit(axis, others);
  };
  const first = component([]);
  return { x: project(first), y: project(component([first])) };
}

/** Of length 1, at right angles to others. */
function unit(axis: Float64Array, others: readonly Float64Array[]): Float64Array {
  let left = axis;
  for (const other of others) {
    const along = left.reduce((sum, value, i) => sum + value * Number(other[i]), 0);
    left = left.map((value, i) => value - along * Number(other[i]));
  }
  const length = Math.hypot(...left);
  return left.map((value) => value / length);
}
