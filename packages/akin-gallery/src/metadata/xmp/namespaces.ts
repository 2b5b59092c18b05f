/** The prefixes by which this code names the properties it reads, by namespace. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://www.w3.org/XML/1998/namespace": "xml",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://ns.adobe.com/xap/1.0/": "xmp",
  "http://ns.adobe.com/photoshop/1.0/": "photoshop",
  "http://ns.adobe.com/exif/1.0/": "exif",
  "http://ns.adobe.com/exif/1.0/aux/": "aux",
  "http://cipa.jp/exif/1.0/": "exifEX",
  "http://ns.adobe.com/tiff/1.0/": "tiff",
  "http://ns.adobe.com/lightroom/1.0/": "lr",
  "http://www.digikam.org/ns/1.0/": "digiKam",
  "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
  "http://ns.microsoft.com/photo/1.2/": "MP",
  "http://ns.microsoft.com/photo/1.2/t/RegionInfo#": "MPRI",
  "http://ns.microsoft.com/photo/1.2/t/Region#": "MPReg",
  "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
  "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
  "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
};

const KNOWN = new Set(Object.values(PREFIXES));

/**
 * @param uri of the namespace; saxes gives the prefix itself where the packet forgot to declare it, and that is taken at
 * its word then
 * @returns `dc:title`; undefined for a name of another namespace
 */
export function canonicalName(uri: string, prefix: string, local: string): string | undefined {
  // Programs don't agree on the slash at the end.
  const known = PREFIXES[uri] ?? PREFIXES[`${uri}/`];
  const named = known ?? (uri === prefix && KNOWN.has(prefix) ? prefix : undefined);
  return named === undefined ? undefined : `${named}:${local}`;
}
