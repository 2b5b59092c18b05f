import sharp, { type Sharp } from "sharp";
import { decodePhoto } from "../src/photos/decode-photo.js";
import { miniature } from "../src/similarity/duplicates/miniature.js";
import { perceptualHash } from "../src/similarity/duplicates/perceptual-hash.js";
import { sharpness } from "../src/similarity/duplicates/sharpness.js";
import { photoGrid } from "../src/similarity/photo-grid.js";

const [WIDTH, HEIGHT] = [640, 480];

/** A picture of overlapping shapes in many colours; each seed gives another one, the same each time. */
export function drawScene(seed: number): Sharp {
  let state = seed * 2654435761 + 1;
  const random = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * most;
  };
  const colour = () => `hsl(${random(360)},${20 + random(70)}%,${15 + random(70)}%)`;
  const shapes = Array.from({ length: 40 }, (_, i) => {
    const [x, y, size] = [random(WIDTH), random(HEIGHT), 12 + random(i < 10 ? 200 : 60)];
    return i % 2 === 0
      ? `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${10 + random(size)}" fill="${colour()}"/>`
      : `<rect x="${x}" y="${y}" width="${size}" height="${10 + random(size)}" fill="${colour()}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${colour()}"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** Edits that leave a photo the same one. */
export const EDITS: Record<string, (scene: Sharp) => Sharp | Promise<Sharp>> = {
  "as it is": (scene) => scene,
  "JPEG at 30": async (scene) => sharp(await scene.jpeg({ quality: 30 }).toBuffer()),
  WebP: async (scene) => sharp(await scene.webp({ quality: 50 }).toBuffer()),
  "a fifth of the size": (scene) => scene.resize(128, 96),
  square: (scene) => scene.resize(300, 300, { fit: "fill" }),
  brighter: (scene) => scene.modulate({ brightness: 1.2 }),
  darker: (scene) => scene.modulate({ brightness: 0.7 }),
  grey: (scene) => scene.greyscale(),
  blurred: (scene) => scene.blur(3),
  sharpened: (scene) => scene.sharpen({ sigma: 2 }),
  "cropped by 4 %": async (scene) =>
    sharp(await scene.png().toBuffer()).extract({ left: 12, top: 10, width: 616, height: 460 }),
  "turned right": (scene) => scene.rotate(90),
  "turned left": (scene) => scene.rotate(270),
  "upside down": (scene) => scene.rotate(180),
  mirrored: (scene) => scene.flop(),
  "mirrored and turned": async (scene) => sharp(await scene.flop().png().toBuffer()).rotate(90),
};

export async function editScene(seed: number, edit: string): Promise<Buffer> {
  const edited = await EDITS[edit]?.(drawScene(seed));
  if (!edited) throw new RangeError(`there is no edit ${edit}`);
  return edited.png().toBuffer();
}

/** What the pipeline makes of a photo for the search for duplicates. */
export async function describe(photo: Uint8Array) {
  const raster = await decodePhoto(photo);
  const { grey } = await photoGrid(raster);
  return { hash: perceptualHash(grey), miniature: miniature(grey), sharpness: sharpness(raster) };
}
