/**
 * A protobuf message being written, kept in pieces so that hundreds of megabytes of weights are never copied.
 *
 * Encoding: https://protobuf.dev/programming-guides/encoding/
 */
export class Message {
  readonly pieces: Uint8Array[] = [];
  size = 0;

  /** A varint; negative numbers take ten bytes, as int64 does. */
  integer(field: number, value: number): this {
    return this.append(varint(field * 8)).append(varint(value));
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(Float32Array.of(value).buffer);
    return this.append(varint(field * 8 + 5)).append(bytes);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.append(varint(field * 8 + 2))
      .append(varint(value.length))
      .append(value);
  }

  message(field: number, value: Message): this {
    this.append(varint(field * 8 + 2)).append(varint(value.size));
    for (const piece of value.pieces) this.append(piece);
    return this;
  }

  private append(piece: Uint8Array): this {
    this.pieces.push(piece);
    this.size += piece.length;
    return this;
  }
}

/** One field as it stands in the file: a varint's value, or the bytes of anything else. */
export interface Field {
  field: number;
  value: number | Uint8Array;
}

/** @throws RangeError if the bytes are no protobuf message */
export function* readFields(bytes: Uint8Array): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const field = Math.floor(key.value / 8);
    const wireType = key.value % 8;
    if (wireType === 0) {
      const { value, end } = readVarint(bytes, key.end);
      yield { field, value };
      at = end;
      continue;
    }
    const length = wireType === 2 ? readVarint(bytes, key.end) : fixedLength(wireType, key.end);
    at = length.end + length.value;
    if (at > bytes.length) throw new RangeError("expected a whole protobuf message: it is cut off");
    yield { field, value: bytes.subarray(length.end, at) };
  }
}

/** Packed varints, such as an `int64_data`. */
export function readPackedVarints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { value, end } = readVarint(bytes, at);
    values.push(value);
    at = end;
  }
  return values;
}

export function textOf(value: number | Uint8Array): string {
  return new TextDecoder().decode(bytesOf(value));
}

export function bytesOf(value: number | Uint8Array): Uint8Array {
  if (typeof value === "number") throw new RangeError("expected bytes in protobuf, got a varint");
  return value;
}

export function integerOf(value: number | Uint8Array): number {
  if (typeof value !== "number") throw new RangeError("expected a varint in protobuf, got bytes");
  return value;
}

function fixedLength(wireType: number, end: number) {
  const value = { 1: 8, 5: 4 }[wireType];
  if (value === undefined) throw new RangeError(`unknown protobuf wire type ${wireType}`);
  return { value, end };
}

function readVarint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0n;
  for (let at = start, shift = 0n; ; at++, shift += 7n) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError("expected a varint in protobuf: it is cut off");
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return { value: Number(BigInt.asIntN(64, value)), end: at + 1 };
  }
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...bytes, Number(rest)]);
}
