export { correctedDistance } from "./corrected-distance.js";
export { localRadius } from "./local-radius.js";
export {
  byCorrectedDistance,
  type Candidate,
  type RankingOptions,
  variedFirst,
  variedFive,
} from "./varied-five.js";
