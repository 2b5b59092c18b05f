import type { Sources } from "../sources.js";
import type { XmpProperties } from "../xmp/parse-xmp.js";
import { xmpStructures, xmpText, xmpTexts } from "../xmp/xmp-values.js";
import { cleanName } from "./clean-text.js";

const MOST_PEOPLE = 100;

/**
 * The names of people that programs have put on a photo: of the XMP sidecar's regions, or else of XMP's, or else of Google
 * Takeout's; before them those among the keywords.
 */
export function readPeople({ xmp, sidecar, takeout }: Sources, named: readonly string[]): string[] {
  const sources = [xmpPeople(sidecar), xmpPeople(xmp), takeout?.people ?? []];
  const names = [...named, ...(sources.find((people) => people.length > 0) ?? [])];
  const people = names.map((name) => cleanName(name)).filter((name) => name !== undefined);
  return [...new Set(people)].slice(0, MOST_PEOPLE);
}

function xmpPeople(xmp: XmpProperties): string[] {
  const faces = xmpStructures(xmp, "mwg-rs:Regions", "mwg-rs:RegionList").flatMap((region) => {
    // A region without a type is a face to the programs that write it so.
    const isFace = (xmpText(region, "mwg-rs:Type") ?? "Face") === "Face";
    return isFace ? xmpTexts(region, "mwg-rs:Name") : [];
  });
  const windows = xmpStructures(xmp, "MP:RegionInfo", "MPRI:Regions").flatMap((region) =>
    xmpTexts(region, "MPReg:PersonDisplayName"),
  );
  return [...faces, ...windows, ...xmpTexts(xmp, "Iptc4xmpExt:PersonInImage")];
}
