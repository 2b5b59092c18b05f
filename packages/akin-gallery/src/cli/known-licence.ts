import type { GalleryLicence } from "akin-browser/format";

const BY = /^CC[ -]BY((?:[ -](?:NC|ND|SA))*)[ -](\d\.\d)$/;

/**
 * The licences that a short name is enough for: Creative Commons' as people write them ("CC BY-SA 4.0") or as SPDX does
 * ("CC-BY-SA-4.0"), and "All rights reserved".
 */
export function knownLicence(name: string): GalleryLicence | undefined {
  const upper = name.trim().toUpperCase();
  if (upper === "ALL RIGHTS RESERVED") return { name: "All rights reserved", url: null };
  if (/^CC0([ -]1\.0)?$/.test(upper)) {
    return { name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" };
  }
  const found = BY.exec(upper);
  if (!found) return undefined;
  const kind = `BY${(found[1] ?? "").replaceAll(" ", "-")}`;
  return {
    name: `CC ${kind} ${found[2]}`,
    url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${found[2]}/`,
  };
}
