import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";

/** A small photo of one colour, with all that photos can be searched and filtered by. */
export interface VariedPhoto {
  path: string;
  colour: string;
  /** Taken upright. */
  upright: boolean;
  /** `YYYY:MM:DD HH:MM:SS`. */
  takenAt: string;
  camera: "Vista 100" | "Pocket 7";
  tags: string[];
}

const COLOURS = ["#2f6fd0", "#3f9a45", "#d23a35"];
const SUBJECTS = ["harbour", "mountain", "market"];

/** More than a search gives at a time: 230 of three years, in two albums, one of them within the other. */
export const VARIED_ALBUM: VariedPhoto[] = Array.from({ length: 230 }, (_, index) => {
  const subject = SUBJECTS[index % 3] ?? "";
  const isRare = index % 40 === 7;
  const number = String(index).padStart(3, "0");
  return {
    path: `${index < 150 ? "Trips" : "Trips/North"}/${number}.jpg`,
    colour: COLOURS[index % 3] ?? "",
    upright: index % 5 === 0,
    takenAt: `${2021 + Math.floor(index / 80)}:0${1 + (index % 6)}:1${index % 10} 10:00:00`,
    camera: index % 2 === 0 ? "Vista 100" : "Pocket 7",
    tags: ["outdoors", subject, ...(isRare ? ["lighthouse"] : [])],
  };
});

export async function drawVariedAlbum(folder: string): Promise<void> {
  for (const photo of VARIED_ALBUM) {
    const file = join(folder, photo.path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await draw(photo));
  }
}

function draw({ colour, upright, takenAt, camera, tags }: VariedPhoto): Promise<Buffer> {
  const [width, height] = upright ? [80, 120] : [120, 80];
  const items = tags.map((tag) => `<rdf:li>${tag}</rdf:li>`).join("");
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({ IFD0: { Make: "Akin", Model: camera }, IFD2: { DateTimeOriginal: takenAt } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:subject><rdf:Bag>${items}</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`)
    .jpeg({ quality: 80 })
    .toBuffer();
}
