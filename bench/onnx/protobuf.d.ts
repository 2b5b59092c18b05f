/**
 * A protobuf message being written, kept in pieces so that hundreds of megabytes of weights are never copied.
 *
 * Encoding: https://protobuf.dev/programming-guides/encoding/
 */
export declare class Message {
  readonly pieces: Uint8Array[];
  size: number;
  /** A varint; negative numbers take ten bytes, as int64 does. */
  integer(field: number, value: number): this;
  float(field: number, value: number): this;
  text(field: number, value: string): this;
  bytes(field: number, value: Uint8Array): this;
  message(field: number, value: Message): this;
  private append;
}
/** One field as it stands in the file: a varint's value, or the bytes of anything else. */
export interface Field {
  field: number;
  value: number | Uint8Array;
}
/** @throws RangeError if the bytes are no protobuf message */
export declare function readFields(bytes: Uint8Array): Generator<Field>;
/** Packed varints, such as an `int64_data`. */
export declare function readPackedVarints(bytes: Uint8Array): number[];
export declare function textOf(value: number | Uint8Array): string;
export declare function bytesOf(value: number | Uint8Array): Uint8Array;
export declare function integerOf(value: number | Uint8Array): number;
