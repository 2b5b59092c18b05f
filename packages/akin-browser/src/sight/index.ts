export { SMALL_DIMENSIONS, SMALL_INPUT_SIZE } from "./small-model.js";
export { SmallNetwork } from "./small-network.js";
