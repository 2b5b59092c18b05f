export { type CalibrationInput, calibrate } from "./calibrate.js";
export { CALIBRATION_METHOD, type Calibration, type SimilarityWord } from "./calibration.js";
export { scoreOf } from "./score-of.js";
export { wordOf } from "./word-of.js";
