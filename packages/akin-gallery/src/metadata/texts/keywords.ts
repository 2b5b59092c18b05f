import { descriptions, iptcTexts } from "../files/tag-values.js";
import type { Sources } from "../sources.js";
import type { XmpProperties } from "../xmp/parse-xmp.js";
import { xmpTexts } from "../xmp/xmp-values.js";
import { cleanLine } from "./clean-text.js";

const MOST_TAG = 100;
const MOST_TAGS = 200;

/** Roots under which programs keep what is no keyword of the owner's. */
const INTERNAL = /^(darktable|_digikam_internal_tags_)$/i;

/** digiKam keeps the names of faces there. */
const PEOPLE = /^people$/i;

/** The keywords of a photo, and the names of people that stand among them. */
export interface Keywords {
  tags: string[];
  people: string[];
  /** What is none of both, because a sidecar's keywords replace it or because there are too many. */
  replaced: string[];
}

/**
 * The keywords of the XMP sidecar, or else of XMP, IPTC and Windows, each once. Of a hierarchical one each level is a
 * keyword, so that a photo of Paris is found by France too. What stands below "People" is a name.
 */
export function readKeywords({ exif, iptc, xmp, sidecar }: Sources): Keywords {
  const beside = sorted(xmpKeywords(sidecar));
  const inside = sorted([
    ...xmpKeywords(xmp),
    ...iptcTexts(iptc, "Keywords").map((text) => text.split("|")),
    ...descriptions(exif, "XPKeywords").flatMap((list) => list.split(";").map((tag) => [tag])),
  ]);
  const used = beside.tags.length + beside.people.length > 0 ? beside : inside;
  const tags = used.tags.slice(0, MOST_TAGS);
  const people = used.people.slice(0, MOST_TAGS);
  const known = new Set([...tags, ...people]);
  const all = [beside, inside].flatMap((keywords) => [...keywords.tags, ...keywords.people]);
  return { tags, people, replaced: [...new Set(all)].filter((keyword) => !known.has(keyword)) };
}

/** Each as its levels; flat ones first, which are the owner's own order. */
function xmpKeywords(xmp: XmpProperties): string[][] {
  const paths = (name: string, separator: string) =>
    xmpTexts(xmp, name).map((text) => text.split(separator));
  return [
    ...paths("dc:subject", "|"),
    ...paths("lr:hierarchicalSubject", "|"),
    ...paths("digiKam:TagsList", "/"),
    ...paths("MicrosoftPhoto:LastKeywordXMP", "/"),
  ];
}

function sorted(paths: readonly string[][]): Omit<Keywords, "replaced"> {
  const tags = new Set<string>();
  const people = new Set<string>();
  for (const path of paths) {
    const [root = "", ...below] = path.map((level) => cleanLine(level, MOST_TAG)).filter(Boolean);
    if (INTERNAL.test(root)) continue;
    const isName = PEOPLE.test(root) && below.length > 0;
    if (isName) people.add(below.at(-1) ?? "");
    else for (const level of [root, ...below]) if (level !== "") tags.add(level);
  }
  return { tags: [...tags], people: [...people] };
}
