/**
 * - `MEMORY`: the browser has no room for the vectors
 * - `VECTOR`: a vector, a row or a number of them that can't be
 * - `UNSUPPORTED`: no WebAssembly here, or another SQLite than the official 32-bit build
 */
export type Vec0ErrorCode = "MEMORY" | "VECTOR" | "UNSUPPORTED";

/** What `VectorArray` and `registerVec0` throw. Statements fail with SQLite's own errors, in sqlite-vec's words. */
export class Vec0Error extends Error {
  override readonly name = "Vec0Error";
  readonly code: Vec0ErrorCode;

  constructor(code: Vec0ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
