/** A photo that is not in the gallery, and why. */
export interface PhotoFailure {
  /** Relative to the album. */
  path: string;
  stage: "find" | "read" | "decode" | "embed";
  /** For programs, such as `UNSUPPORTED_FORMAT`. */
  code: string;
  /** One line for people. */
  message: string;
}
