/** Bytes of the hash that a name tells: 80 bits. */
const NAMED_BYTES = 10;

/** The name of a published file, 20 hex digits, from the SHA-256 of its content. */
export function digestName(digest: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  return hexDigits(new Uint8Array(digest).subarray(0, NAMED_BYTES));
}

/** Bytes as hexadecimal digits, in lower case. */
export function hexDigits(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
