import { quoted } from "../declaration/schema-of.js";

/** The tables in which sqlite-vec keeps a vec0 table, as SQL names them. */
export interface ShadowNames {
  chunks: string;
  rowids: string;
  auxiliary: string;
  vectors(index: number): string;
  metadata(index: number): string;
  /** Texts longer than 12 bytes. */
  texts(index: number): string;
}

export function shadowNames(schema: string, table: string): ShadowNames {
  const name = (suffix: string, index?: number) =>
    `${quoted(schema)}.${quoted(`${table}_${numbered(suffix, index)}`)}`;
  return {
    chunks: name("chunks"),
    rowids: name("rowids"),
    auxiliary: name("auxiliary"),
    vectors: (index) => name("vector_chunks", index),
    metadata: (index) => name("metadatachunks", index),
    texts: (index) => name("metadatatext", index),
  };
}

/** `value03`, `partition00`, … */
export function numbered(name: string, index?: number): string {
  return index === undefined ? name : name + String(index).padStart(2, "0");
}
