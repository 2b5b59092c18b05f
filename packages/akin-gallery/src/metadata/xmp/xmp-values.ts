import { repairText } from "../texts/repair-text.js";
import type { XmpProperties, XmpValue } from "./parse-xmp.js";

/** The texts of a property: one, or all of a list; of a text in several languages the default one first. */
export function xmpTexts(properties: XmpProperties, name: string): string[] {
  const value = properties.get(name);
  if (!value) return [];
  const items = value.items.length > 0 ? value.items : [value];
  const isDefault = (item: XmpValue) => Number(item.language === "x-default");
  return [...items]
    .sort((a, b) => isDefault(b) - isDefault(a))
    .map(({ text }) => repairText(text.trim()))
    .filter((text) => text !== "");
}

/** The first text of a property. */
export function xmpText(properties: XmpProperties, name: string): string | undefined {
  return xmpTexts(properties, name)[0];
}

/** A number, or a fraction such as `1/75`. */
export function xmpNumber(properties: XmpProperties, name: string): number | undefined {
  const match = /^([-+]?\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(
    xmpText(properties, name) ?? "",
  );
  if (!match) return undefined;
  const number = Number(match[1]) / Number(match[2] ?? 1);
  return Number.isFinite(number) ? number : undefined;
}

/** The structures of a list within a structure, such as the regions of a photo. */
export function xmpStructures(
  properties: XmpProperties,
  name: string,
  list: string,
): XmpProperties[] {
  const items = properties.get(name)?.fields.get(list)?.items ?? [];
  return items.map(({ fields }) => fields);
}
