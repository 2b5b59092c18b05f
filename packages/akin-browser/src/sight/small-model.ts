/** Length of the vectors of `akin-small`. */
export const SMALL_DIMENSIONS = 256;

/** Side of its square input in pixels. */
export const SMALL_INPUT_SIZE = 96;
