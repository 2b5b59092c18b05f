/** Changes whenever a formula or a constant does, so that stored calibrations are made again. */
export const CALIBRATION_METHOD = "empirical-null-1";
