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
  const name = (suffix: string) => `${quoted(schema)}.${quoted(`${table}_${suffix}`)}`;
  return {
    chunks: name("chunks"),
    rowids: name("rowids"),
    auxiliary: name("auxiliary"),
    vectors: (index) => name(`vector_chunks${twoDigits(index)}`),
    metadata: (index) => name(`metadatachunks${twoDigits(index)}`),
    texts: (index) => name(`metadatatext${twoDigits(index)}`),
  };
}

export function twoDigits(index: number): string {
  return String(index).padStart(2, "0");
}
