import sharp from "sharp";
import { addGrain, printFilm } from "./drawing/develop.js";
import { createFilm } from "./drawing/film.js";
import { createRandom } from "./drawing/random.js";
import { type Pixels, turnPixels } from "./drawing/turn-pixels.js";
import { SCENES } from "./families/scenes.js";
import { exifOf } from "./metadata/exif.js";
import { type IptcFields, withIptc } from "./metadata/iptc.js";
import { xmpPacket } from "./metadata/xmp.js";
import type { PlannedPhoto } from "./plan-album.js";

const LONG = 1600;
const SHORT = 1067;
/** Scenes are drawn at this scale and enlarged: half the work, and as sharp as a lens. */
const SCALE = 0.66;
/** Drawn around the picture, so that the shots of a burst can differ in their framing. */
const MARGIN = { x: 9, y: 6 };

/** Draws a photo of the plan: the bytes of a JPEG with its metadata, always the same. */
export async function drawPhoto(photo: PlannedPhoto): Promise<Buffer> {
  const stored = turnPixels(await drawUpright(photo), photo.orientation);
  const { data, width, height } = stored;
  // sharp writes its own orientation over that of withExif().
  let image = sharp(data, { raw: { width, height, channels: 3 } })
    .withExif(exifOf(photo.details))
    .withMetadata({ orientation: photo.orientation });
  const { title, description, keywords, writtenAs } = photo.details;
  const fields: IptcFields = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    keywords,
  };
  if (writtenAs === "xmp" || writtenAs === "both") image = image.withXmp(xmpPacket(fields));
  const jpeg = await image.jpeg({ quality: 86 }).toBuffer();
  return writtenAs === "iptc" || writtenAs === "both" ? withIptc(jpeg, fields) : jpeg;
}

async function drawUpright(photo: PlannedPhoto): Promise<Pixels> {
  const [width, height] = photo.portrait ? [SHORT, LONG] : [LONG, SHORT];
  const print = {
    width: Math.round(width * SCALE),
    height: Math.round(height * SCALE),
    left: MARGIN.x + photo.shake.x,
    top: MARGIN.y + photo.shake.y,
    exposure: photo.shake.exposure,
  };
  const film = createFilm(print.width + 2 * MARGIN.x, print.height + 2 * MARGIN.y);
  await SCENES[photo.family](film, createRandom(photo.seed), photo.variant);
  const data = await sharp(printFilm(film, print), {
    raw: { width: print.width, height: print.height, channels: 3 },
  })
    .resize(width, height, { fit: "fill" })
    .raw()
    .toBuffer();
  const { x, y } = photo.shake;
  addGrain(data, width, photo.seed + x * 31 + y * 1009);
  return { data, width, height };
}
