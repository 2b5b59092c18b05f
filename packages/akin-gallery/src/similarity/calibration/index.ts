export { type Calibration, type SimilarWord, scoreOf, wordOf } from "akin-browser/format";
export { type CalibrationInput, calibrate } from "./calibrate.js";
export { CALIBRATION_METHOD } from "./calibration.js";
