/** A box of an ISO base media file (HEIF, CR3, MP4, QuickTime). */
export interface Box {
  /** Four letters, each a byte. */
  type: string;
  content: Uint8Array;
}

/** The boxes that stand in a file or box, one after the other, up to the first that doesn't fit. */
export function* boxesOf(bytes: Uint8Array): Generator<Box> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const head = isLong ? 16 : 8;
    // 0: to the end.
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short || bytes.length - at;
    if (size < head || at + size > bytes.length) return;
    yield {
      type: latin1(bytes.subarray(at + 4, at + 8)),
      content: bytes.subarray(at + head, at + size),
    };
    at += size;
  }
}

/** The first box of a type. */
export function boxOf(bytes: Uint8Array | undefined, type: string): Uint8Array | undefined {
  for (const box of boxesOf(bytes ?? new Uint8Array())) if (box.type === type) return box.content;
  return undefined;
}

/** What a file says it is; empty for one without boxes. */
export function majorBrand(file: Uint8Array): string {
  return latin1(file.subarray(4, 8)) === "ftyp" ? latin1(file.subarray(8, 12)) : "";
}

export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 10_000));
}
