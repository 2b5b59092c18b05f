import type { TagGroup } from "./raw-tags.js";

/** What exifreader puts for a value that lies outside of the file. */
const FAULTY = "<faulty value>";

function tagValue(group: TagGroup, name: string): unknown {
  const tag = group[name];
  return typeof tag === "object" && tag !== null && "value" in tag ? tag.value : undefined;
}

/** The decoded text that exifreader keeps beside the value of IPTC and Windows tags; for a list that of each entry. */
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
  return Array.isArray(value) ? value.find((part) => typeof part === "string") : undefined;
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

/** The texts of an XMP property: one, or all of a list; of a text in several languages the default one first. */
export function xmpTexts(group: TagGroup, name: string): string[] {
  const value = tagValue(group, name);
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  const items = value.filter(isXmpText);
  const isDefault = (item: XmpText) => Number(item.attributes?.lang === "x-default");
  return items.sort((a, b) => isDefault(b) - isDefault(a)).map((item) => item.value);
}

interface XmpText {
  value: string;
  attributes?: { lang?: unknown };
}

function isXmpText(item: unknown): item is XmpText {
  return (
    typeof item === "object" && item !== null && "value" in item && typeof item.value === "string"
  );
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((part) => typeof part === "number");
}

function quotient([numerator = 0, denominator = 0]: number[]): number | undefined {
  return denominator === 0 ? undefined : numerator / denominator;
}
