import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { drawAlbum, SMALL_ALBUM, type SmallPhoto } from "./draw-album.js";

/** The photo that has all that the details panel can show. */
export const DESCRIBED = { path: "sea/sea-3.jpg", title: "The sea at low tide" };

/** The small album with its kind as a tag on each photo, and one photo with a title, a place and an exposure. */
export async function drawDescribedAlbum(folder: string): Promise<void> {
  await drawAlbum(folder, SMALL_ALBUM);
  for (const photo of SMALL_ALBUM) {
    const file = join(folder, photo.path);
    await writeFile(file, await describe(await readFile(file), photo));
  }
}

function describe(drawn: Buffer, { path, kind, takenAt = "" }: SmallPhoto): Promise<Buffer> {
  const isDescribed = path === DESCRIBED.path;
  const tags = isDescribed ? [kind, "low & calm"] : [kind];
  const exposure = { ExposureTime: "1/250", FNumber: "28/10", ISOSpeedRatings: "200" };
  return sharp(drawn)
    .withExif({
      IFD0: { Make: "Akin", Model: "Test" },
      IFD2: { DateTimeOriginal: takenAt, ...(isDescribed ? exposure : {}) },
      ...(isDescribed ? { IFD3: PLACE } : {}),
    })
    .withXmp(xmpOf(tags, isDescribed ? DESCRIBED.title : undefined))
    .jpeg({ quality: 90 })
    .toBuffer();
}

const PLACE = {
  GPSLatitudeRef: "N",
  GPSLatitude: "38/1 43/1 12/1",
  GPSLongitudeRef: "W",
  GPSLongitude: "9/1 8/1 24/1",
};

function xmpOf(tags: string[], title: string | undefined): string {
  const items = tags.map((tag) => `<rdf:li>${tag.replace("&", "&amp;")}</rdf:li>`).join("");
  const titled = `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>`;
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:subject><rdf:Bag>${items}</rdf:Bag></dc:subject>${title === undefined ? "" : titled}
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
}
