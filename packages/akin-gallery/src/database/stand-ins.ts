import { basename, posix } from "node:path";
import type { FoundPhoto } from "../photos/pair-files.js";
import { companionState, type KnownPhoto } from "./images-table.js";

/** The RAW file of a pair as an item of its own, for a picture that can't be decoded; undefined where there is none. */
export function standInOf(photo: FoundPhoto): FoundPhoto | undefined {
  const [raw, ...others] = photo.companions.filter(({ role }) => role === "raw");
  if (!raw) return undefined;
  const { file, size, modifiedAt } = raw;
  const path = posix.join(posix.dirname(photo.path), basename(file));
  const sidecars = photo.companions.filter(({ role }) => role === "sidecar");
  return { path, file, size, modifiedAt, isIgnored: false, companions: [...sidecars, ...others] };
}

/** A picture without its RAW file, which can't be shown instead of it. */
export function withoutRaw(photo: FoundPhoto): FoundPhoto {
  return { ...photo, companions: photo.companions.filter(({ role }) => role !== "raw") };
}

/**
 * The items of an album, as earlier builds found its pairs to be: a RAW file stands beside a picture that is broken, and
 * where neither can be decoded to its end, the picture has none.
 * @param hasFailed whether an item was tried as it is now, and failed
 */
export function withStandIns(
  photos: readonly FoundPhoto[],
  known: ReadonlyMap<string, KnownPhoto>,
  hasFailed: (photo: FoundPhoto) => boolean,
): FoundPhoto[] {
  return photos.flatMap((photo) => {
    const standIn = standInOf(photo);
    if (!standIn) return [photo];
    const alone = withoutRaw(photo);
    const wasAlone = hasFailed(alone) || isKnown(known.get(photo.path), alone);
    if (wasAlone && hasFailed(standIn)) return [alone, standIn];
    return hasFailed(photo) ? [photo, standIn] : [photo];
  });
}

function isKnown(before: KnownPhoto | undefined, photo: FoundPhoto): boolean {
  return (
    before?.size === photo.size &&
    before.modifiedAt === photo.modifiedAt &&
    before.companions === companionState(photo)
  );
}
