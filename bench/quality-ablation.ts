import { BUILTIN_DIMENSIONS, BUILTIN_PARTS, type BuiltinPart } from "akin-browser/format";
import type { Table } from "./benchmark.js";
import type { LabelledPhoto } from "./labelled-photos.js";
import { precision } from "./precision.js";

/** An album with its vectors by `builtin`. */
export interface DescribedAlbum {
  name: string;
  photos: LabelledPhoto[];
  /** As the embedder makes them. */
  vectors: Float32Array[];
  /** As `builtinFeatures` makes them: neither centred nor weighed. */
  features: Float32Array[];
}

interface Variant {
  name: string;
  parts: readonly BuiltinPart[];
  centred: boolean;
}

/** What each part of `builtin` adds: alone, one after the other, and what is lost without it. */
export function ablationTable(albums: readonly DescribedAlbum[]): Table {
  return {
    title:
      "What the parts of builtin add: precision at 5, on the half tuned on and on the other one",
    columns: ["parts", "D", ...albums.flatMap(({ name }) => [`${name}, tuned`, `${name}, other`])],
    rows: variants().map((variant) => [
      variant.name,
      variant.parts.reduce((sum, { length }) => sum + length, 0),
      ...albums.flatMap((album) => halves(album, variant)),
    ]),
  };
}

function variants(): Variant[] {
  const all = BUILTIN_PARTS;
  const centred = true;
  return [
    ...all.map((part) => ({ name: `${part.name} alone`, parts: [part], centred })),
    ...all.slice(1, -1).map(({ name }, i) => ({
      name: `first ${i + 2} (with ${name})`,
      parts: all.slice(0, i + 2),
      centred,
    })),
    ...all.map((left) => ({
      name: `all but ${left.name}`,
      parts: all.filter((part) => part !== left),
      centred,
    })),
    { name: "all, not centred", parts: all, centred: false },
    { name: "all (builtin)", parts: all, centred },
  ];
}

function halves({ photos, vectors, features }: DescribedAlbum, variant: Variant): number[] {
  const kept = (variant.centred ? vectors : features).map((vector) => keep(vector, variant));
  return [true, false].map(
    (tuning) => precision(photos, kept, (photo) => photo.tuning === tuning).at5,
  );
}

function keep(vector: Float32Array, { parts, centred }: Variant): Float32Array {
  const kept = new Float32Array(BUILTIN_DIMENSIONS);
  for (const { start, length, share } of parts) {
    const part = vector.subarray(start, start + length);
    const norm = Math.hypot(...part);
    // Features carry no weights yet; vectors do.
    const weight = centred || norm === 0 ? 1 : Math.sqrt(share) / norm;
    for (const [i, value] of part.entries()) kept[start + i] = value * weight;
  }
  return kept;
}
