import { featuresContaining } from "@rapideditor/country-coder";

/** A country, or a territory with a code of its own, such as Puerto Rico. */
export interface Country {
  /** ISO 3166-1, two letters, as GeoNames has it. */
  code: string;
  /** In English. */
  name: string;
}

/** What people say, where country-coder has the formal name. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ["CN", "China"],
  ["CY", "Cyprus"],
  ["DK", "Denmark"],
  ["FM", "Micronesia"],
  ["GG", "Guernsey"],
  ["IE", "Ireland"],
  ["JE", "Jersey"],
  ["NL", "Netherlands"],
  ["US", "United States"],
]);

/**
 * The country that a point lies in, or whose coastal waters.
 * @returns undefined on the high sea
 */
export function countryAt(latitude: number, longitude: number): Country | undefined {
  // From the smallest to the largest. Codes that are merely reserved, such as Ceuta's, GeoNames does not use.
  for (const { properties } of featuresContaining([longitude, latitude])) {
    const { iso1A2: code, nameEn, isoStatus } = properties;
    if (!code || !nameEn || isoStatus === "excRes") continue;
    return { code, name: SHORT_NAMES.get(code) ?? nameEn };
  }
  return undefined;
}
