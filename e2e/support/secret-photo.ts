import { drawPhoto, type SmallPhoto } from "./draw-album.js";
import { markedJpeg, packet } from "./marked-jpeg.js";
import type { Secrets } from "./secrets.js";

/** Of the fields of a photo, those that galleries tell. */
export const TOLD = [
  "title",
  "description",
  "tag",
  "copyright",
  "make",
  "model",
  "lens",
  "software",
];

/** A photo that has a mark of its own in every field that cameras, phones and programs write. */
export async function secretPhoto(
  secrets: Secrets,
  name: string,
  picture: Omit<SmallPhoto, "path">,
  { latitude = 47.1234567, longitude = 8.7654321, keyword = "holiday", rating = 3 } = {},
): Promise<Buffer> {
  const mark = (field: string) => secrets.word(`${name} ${field}`);
  const plain = await drawPhoto({ kind: picture.kind, variant: picture.variant });
  const degrees = (value: number): [number, number][] => [
    [Math.round(value * 1e7), 1e7],
    [0, 1],
    [0, 1],
  ];
  secrets.number(`${name} coordinates`, latitude);
  return markedJpeg(plain, {
    image: [
      [0x010f, mark("make")],
      [0x0110, mark("model")],
      [0x0131, mark("software")],
      [0x013b, mark("artist")],
      [0x013c, mark("host computer")],
      [0x8298, mark("copyright")],
      [0x9c9d, Buffer.from(mark("windows author"), "utf16le")],
      [0xc62f, mark("camera serial")],
    ],
    photo: [
      [0x9003, "2024:05:01 10:00:00"],
      [0x9286, Buffer.from(`ASCII\0\0\0${mark("user comment")}`)],
      [0x927c, Buffer.from(`Maker\0${mark("maker note")}`)],
      [0xa420, mark("unique id")],
      [0xa430, mark("owner name")],
      [0xa431, mark("body serial")],
      [0xa434, mark("lens")],
      [0xa435, mark("lens serial")],
    ],
    gps: [
      [0x0001, "N"],
      [0x0002, degrees(latitude)],
      [0x0003, "E"],
      [0x0004, degrees(longitude)],
      [0x0006, [[123_456, 100]]],
      [0x0011, [[27_123, 100]]],
      [0x001b, Buffer.from(`ASCII\0\0\0${mark("gps method")}`)],
      [0x001c, Buffer.from(`ASCII\0\0\0${mark("gps area")}`)],
    ],
    thumbnail: markedJpeg(plain.subarray(0, 4000), { comment: mark("thumbnail") }),
    iptc: [
      [5, mark("iptc title")],
      [25, mark("tag")],
      [40, mark("instructions")],
      [80, mark("byline")],
      [92, mark("street")],
      [118, mark("contact")],
      [122, mark("caption writer")],
    ],
    xmp: properties(mark, { keyword, rating, place: `${latitude}, ${longitude}` }),
    comment: mark("comment"),
    trailer: mark("trailer"),
  });
}

/** A sidecar of XMP with a keyword, and a mark for whom it names. */
export function secretSidecar(secrets: Secrets, name: string, keyword: string): Buffer {
  return packet(`<dc:subject><rdf:Bag><rdf:li>${keyword}</rdf:li></rdf:Bag></dc:subject>
    ${person(secrets.word(`${name} sidecar person`))}`);
}

function properties(
  mark: (field: string) => string,
  { keyword, rating, place }: { keyword: string; rating: number; place: string },
): string {
  const text = (name: string, value: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></dc:${name}>`;
  return `${text("title", mark("title"))}${text("description", `${mark("description")} at ${place}`)}
    <dc:creator><rdf:Seq><rdf:li>${mark("creator")}</rdf:li></rdf:Seq></dc:creator>
    <dc:subject><rdf:Bag><rdf:li>${mark("tag")}</rdf:li><rdf:li>${keyword}</rdf:li>
      <rdf:li>geo:lat=${place.split(", ")[0]}</rdf:li></rdf:Bag></dc:subject>
    <xmp:Rating>${rating}</xmp:Rating>
    <aux:SerialNumber>${mark("xmp serial")}</aux:SerialNumber>
    <aux:LensSerialNumber>${mark("xmp lens serial")}</aux:LensSerialNumber>
    <aux:OwnerName>${mark("xmp owner")}</aux:OwnerName>
    <xmpMM:DocumentID>${mark("document id")}</xmpMM:DocumentID>
    <Iptc4xmpCore:Location>${mark("sublocation")}</Iptc4xmpCore:Location>
    <Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource">
      <Iptc4xmpCore:CiEmailWork>${mark("email")}</Iptc4xmpCore:CiEmailWork>
    </Iptc4xmpCore:CreatorContactInfo>
    <photoshop:History>${mark("history")}</photoshop:History>
    ${person(mark("person"))}`;
}

/** A face with a name. */
function person(name: string): string {
  return `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>${name}</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type></rdf:li>
    </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`;
}
