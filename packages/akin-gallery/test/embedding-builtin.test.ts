import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openEmbedder } from "../src/embedding/index.js";
import { recordingEffects } from "./embedding-effects.js";

/** A photo of 120 x 80 whose corners differ: red, green, blue and white, with a dark rim. */
const corners = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="60" height="40" fill="#c03020"/>
   <rect x="60" width="60" height="40" fill="#30a040"/><rect y="40" width="60" height="40" fill="#2040b0"/>
   <rect x="60" y="40" width="60" height="40" fill="#f0f0f0"/><path d="M0 0h120v80H0z" fill="none" stroke="#222" stroke-width="6"/></svg>`,
);
const photo = () => sharp(corners).flatten();
const SAME = expect.closeTo(0, 5);
const grey = () => photo().greyscale();

async function embed(input: Uint8Array, options: object = {}): Promise<Float32Array> {
  const embedder = await openEmbedder({ model: "builtin", ...options }, recordingEffects());
  const [vector = new Float32Array()] = await embedder.embed([await embedder.prepare(input)]);
  return vector;
}

function distance(a: Float32Array, b: Float32Array): number {
  return 1 - a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

describe("the builtin embedder", () => {
  it("embeds the same photo the same, whatever lossless file it is in", async () => {
    const png = await embed(await photo().png().toBuffer());
    const tiff = await embed(await photo().tiff({ compression: "lzw" }).toBuffer());
    const webp = await embed(await photo().webp({ lossless: true }).toBuffer());
    expect([distance(tiff, png), distance(webp, png)]).toEqual([SAME, SAME]);
  });

  it.each([
    ["16-bit", () => photo().toColourspace("rgb16").png().toBuffer()],
    ["CMYK", () => photo().toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer()],
    ["palette", () => photo().png({ palette: true }).toBuffer()],
    ["an alpha channel", () => photo().ensureAlpha().png().toBuffer()],
  ])("reads %s as the photo it is", async (_, file) => {
    const plain = await embed(await photo().png().toBuffer());
    const shifted = await embed(await photo().modulate({ hue: 120 }).png().toBuffer());
    const read = await embed(await file());
    expect(distance(read, plain)).toBeLessThan(0.2);
    expect(distance(read, plain)).toBeLessThan(distance(shifted, plain) / 2);
  });

  it("reads grey as three equal channels", async () => {
    const inColour = await grey().toColourspace("srgb").png().toBuffer();
    const oneChannel = await grey().toColourspace("b-w").png().toBuffer();
    expect((await sharp(oneChannel).metadata()).channels).toBe(1);
    expect(distance(await embed(oneChannel), await embed(inColour))).toEqual(SAME);
  });

  it("puts transparency over white", async () => {
    const size = { width: 40, height: 40, channels: 4 as const };
    const clear = await sharp({ create: { ...size, background: "#10203000" } })
      .png()
      .toBuffer();
    const white = await sharp({ create: { ...size, background: "#ffffff" } })
      .png()
      .toBuffer();
    expect(distance(await embed(clear), await embed(white))).toEqual(SAME);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])("turns EXIF orientation %i upright", async (orientation) => {
    const file = await photo().withMetadata({ orientation }).png().toBuffer();
    const upright = await sharp(file).autoOrient().png().toBuffer();
    expect(distance(await embed(file), await embed(upright))).toBeLessThan(0.01);
    expect(
      distance(await embed(file), await embed(await photo().png().toBuffer())),
    ).toBeGreaterThan(0.05);
  });

  it("takes the first frame of an animation", async () => {
    const frames = [await photo().png().toBuffer(), await grey().png().toBuffer()];
    const animation = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(animation).metadata()).pages).toBe(2);
    const still = await embed(await photo().png().toBuffer());
    expect(distance(await embed(animation), still)).toEqual(SAME);
  });

  it("changes vectors and fingerprint with --enhance and --smart-crop", async () => {
    const file = await photo().png().toBuffer();
    const variants = [{}, { enhance: true }, { smartCrop: true }];
    const embedders = await Promise.all(
      variants.map((options) => openEmbedder({ model: "builtin", ...options }, recordingEffects())),
    );
    expect(new Set(embedders.map(({ model }) => model.fingerprint)).size).toBe(3);
    const vectors = await Promise.all(variants.map((options) => embed(file, options)));
    expect(new Set(vectors.map(String)).size).toBe(3);
  });

  it("rejects what can't be decoded, and says why in one line", async () => {
    const embedder = await openEmbedder({ model: "builtin" }, recordingEffects());
    const jpeg = await photo().resize(900).jpeg().toBuffer();
    const broken: [string | Uint8Array, string][] = [
      [new Uint8Array(), "the file is empty"],
      [Buffer.from("no image"), "it is no image, or of a format that is not supported"],
      [jpeg.subarray(0, 300), "the file is damaged or incomplete"],
      ["/no/such/photo.jpg", "there is no such file"],
    ];
    for (const [file, reason] of broken) {
      await expect(embedder.prepare(file)).rejects.toThrow(/^can't be (?:decoded|read): [^\n]+$/);
      await expect(embedder.prepare(file)).rejects.toThrow(reason);
    }
  });

  it("refuses a picture of a billion pixels before it takes the memory", async () => {
    const embedder = await openEmbedder({ model: "builtin" }, recordingEffects());
    const bomb = hugePng(30_000, 30_000);
    await expect(embedder.prepare(bomb)).rejects.toThrow("more than 268 million pixels");
  });
});

/** The beginning of a PNG file that says how large it is; its rows are missing. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(17);
  header.write("IHDR");
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  header.set([8, 2, 0, 0, 0], 12);
  const number = (n: number) => Buffer.from(Uint32Array.of(n).buffer).reverse();
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const rows = Buffer.concat([number(0), Buffer.from("IDAT"), number(crc32(Buffer.from("IDAT")))]);
  return Buffer.concat([signature, number(13), header, number(crc32(header)), rows]);
}
