/** A file beside a photo that tells of it: XMP, or the JSON of Google Takeout. */
export interface Sidecar {
  /** Its file name, for notes. */
  name: string;
  /** Null for one that can't be read. */
  content: Uint8Array | null;
}
