export { burstRule } from "./burst-rule.js";
export { chooseKeeper, type KeepCandidate } from "./choose-keeper.js";
export { duplicateRule } from "./duplicate-rule.js";
export { groupPhotos, type PhotoGroup } from "./group-photos.js";
export { NeighbourPairs } from "./neighbour-pairs.js";
export type { GroupedPhoto, GroupKind } from "./photo-links.js";
