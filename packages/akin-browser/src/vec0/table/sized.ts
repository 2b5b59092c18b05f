/** A copy of a blob of that many bytes. @throws Error in sqlite-vec's words */
export function sized(value: unknown, bytes: number, what: string): Uint8Array<ArrayBuffer> {
  const found = value instanceof Uint8Array ? value.length : 0;
  if (value instanceof Uint8Array && found === bytes) return Uint8Array.from(value);
  throw new Error(`${what} size doesn't match - expected ${bytes}, found ${found}`);
}
