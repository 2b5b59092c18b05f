/** Progress of one stage: a live line on a terminal, plain lines otherwise, nothing with `--quiet`. */
export interface StageProgress {
  /** @param done how many of the stage's items are finished, of `total` */
  update(done: number): void;
  /** Ends the stage's line. */
  finish(): void;
}

/** Of `percent` the total is 100. */
export type ProgressUnit = "bytes" | "percent";

/** All that a stage does to the world besides reading and writing the gallery's files. */
export interface Effects {
  /** One line for the user, on standard error. */
  info(line: string): void;
  /** One line about something the user may want to change, on standard error. */
  warn(line: string): void;
  /**
   * @param total number of items, so that rate and time left can be shown
   * @param unit what is counted, where it isn't items
   */
  progress(stage: string, total: number, unit?: ProgressUnit): StageProgress;
  /** Aborted on Ctrl-C: a stage stops at its next durable point by throwing `signal.reason`. */
  signal: AbortSignal;
}
