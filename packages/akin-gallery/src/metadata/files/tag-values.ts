import { decodeText, repairText } from "../texts/repair-text.js";
import { FAULTY, type TagGroup } from "./image-tags.js";

function tagValue(group: TagGroup, name: string): unknown {
  const tag = group[name];
  return typeof tag === "object" && tag !== null && "value" in tag ? tag.value : undefined;
}

/** The texts of an IPTC dataset, in whatever code their bytes are. */
export function iptcTexts(group: TagGroup, name: string): string[] {
  return [group[name]].flat().flatMap((tag) => {
    const value = typeof tag === "object" && tag !== null && "value" in tag ? tag.value : undefined;
    return isNumbers(value) ? [decodeText(Uint8Array.from(value))] : [];
  });
}

/** The decoded text that exifreader keeps beside the value of Windows tags and IPTC's dates. */
export function descriptions(group: TagGroup, name: string): string[] {
  return [group[name]].flat().flatMap((tag) => {
    const isTag = typeof tag === "object" && tag !== null && "description" in tag;
    return isTag && typeof tag.description === "string" && tag.description !== FAULTY
      ? [tag.description]
      : [];
  });
}

/** An EXIF string: up to the first NUL, after which cameras leave what was there before. */
export function exifText(group: TagGroup, name: string): string | undefined {
  const value = tagValue(group, name);
  const text = Array.isArray(value) ? value.find((part) => typeof part === "string") : undefined;
  return text === undefined || text === FAULTY ? undefined : repairText(text);
}

/** The bytes of an EXIF value of the type "undefined". */
export function exifBytes(group: TagGroup, name: string): Uint8Array | undefined {
  const value = tagValue(group, name);
  return isNumbers(value) ? Uint8Array.from(value) : undefined;
}

/** A whole EXIF number; of several the first. */
export function exifInteger(group: TagGroup, name: string): number | undefined {
  const value = [tagValue(group, name)].flat()[0];
  return typeof value === "number" ? value : undefined;
}

/** An EXIF fraction; undefined where its denominator is zero. */
export function exifFraction(group: TagGroup, name: string): number | undefined {
  const value = tagValue(group, name);
  return isNumbers(value) ? quotient(value) : undefined;
}

/** EXIF fractions, such as the degrees, minutes and seconds of a coordinate. */
export function exifFractions(group: TagGroup, name: string): (number | undefined)[] {
  const value = tagValue(group, name);
  if (isNumbers(value)) return [quotient(value)];
  return Array.isArray(value)
    ? value.map((part) => (isNumbers(part) ? quotient(part) : undefined))
    : [];
}

/**
 * A coordinate. Without a reference the hemisphere is unknown: no place is better than one on the wrong side of the globe.
 */
export function exifDegrees(group: TagGroup, name: string): number | undefined {
  const [whole, minutes = 0, seconds = 0] = exifFractions(group, name);
  const hemisphere = exifText(group, `${name}Ref`)?.trim().charAt(0).toUpperCase() ?? "";
  const isPossible = minutes >= 0 && minutes <= 60 && seconds >= 0 && seconds <= 60;
  if (whole === undefined || whole < 0 || !isPossible || !/[NSEW]/.test(hemisphere))
    return undefined;
  const value = Number((whole + minutes / 60 + seconds / 3600).toFixed(7)) + 0;
  return "SW".includes(hemisphere) ? 0 - value : value;
}

/** Names of tags whose values lie outside of the file. */
export function faultyTags(group: TagGroup): string[] {
  return Object.keys(group).filter((name) => [tagValue(group, name)].flat()[0] === FAULTY);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((part) => typeof part === "number");
}

function quotient([numerator = 0, denominator = 0]: number[]): number | undefined {
  return denominator === 0 ? undefined : numerator / denominator;
}
