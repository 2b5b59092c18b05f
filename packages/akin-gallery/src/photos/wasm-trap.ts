/** Whether a WebAssembly module has failed in a way after which it is of no use any more. */
export function isWasmTrap(error: unknown): boolean {
  return error instanceof Error && error.name === "RuntimeError";
}
