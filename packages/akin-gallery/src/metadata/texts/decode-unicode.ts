/** A text in the UTF that its first bytes tell; one that is none has a letter a byte, which `repairText` can mend. */
export function decodeUnicode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (a: number, b: number) => first === a && second === b;
  if (isWide(0xff, 0xfe) || isWide(0x3c, 0)) return new TextDecoder("utf-16le").decode(bytes);
  if (isWide(0xfe, 0xff) || isWide(0, 0x3c)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Some programs write a code of one byte, whatever the standard says.
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  }
}
