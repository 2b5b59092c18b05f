import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { decodePhoto } from "../src/photos/decode-photo.js";
import { readPhoto } from "../src/photos/read-photo.js";
import {
  dngFile,
  hdrFile,
  icoFile,
  pixelsOf,
  psdFile,
  tgaFile,
  xcfFile,
} from "./document-files.js";

const folder = mkdtempSync(join(tmpdir(), "akin-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** See formats/draw.sh. */
const drawn = (name: string) => fileURLToPath(new URL(`formats/${name}`, import.meta.url));

const RED = [224, 0, 0];
const GREEN = [0, 192, 0];
const BLUE = [0, 0, 224];
const WHITE = [240, 240, 240];

/** The picture of formats/draw.sh. */
function picture() {
  const box = (...[r = 0, g = 0, b = 0]: number[]) => ({
    create: { width: 48, height: 32, channels: 3 as const, background: { r, g, b } },
  });
  return sharp({
    create: { width: 96, height: 64, channels: 3, background: "white" },
  }).composite([
    { input: box(...RED), left: 0, top: 0 },
    { input: box(...GREEN), left: 48, top: 0 },
    { input: box(...BLUE), left: 0, top: 32 },
    { input: box(...WHITE), left: 48, top: 32 },
  ]);
}

const flat = async () => sharp(await picture().png().toBuffer()).removeAlpha();

function save(name: string, content: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function read(file: string) {
  const { size, mtimeMs } = statSync(file);
  const path = basename(file);
  return readPhoto({ path, file, size, modifiedAt: mtimeMs, isIgnored: false, companions: [] });
}

/** That a file is the picture, upright, in its colours. */
async function expectPicture(file: string, tolerance = 6) {
  expect(await read(file)).toMatchObject({ width: 96, height: 64, media: "photo" });
  const { rgb, width, height, isDamaged = false } = await decodePhoto(file);
  expect({ width, height, isDamaged }).toEqual({ width: 96, height: 64, isDamaged: false });
  const at = (x: number, y: number) => [...rgb.subarray(3 * (y * 96 + x), 3 * (y * 96 + x) + 3)];
  const found = [at(20, 14), at(75, 14), at(20, 50), at(75, 50)].flat();
  for (const [index, value] of [RED, GREEN, BLUE, WHITE].flat().entries()) {
    expect(Math.abs((found[index] ?? 0) - value), `${found}`).toBeLessThanOrEqual(tolerance);
  }
}

describe("formats that ImageMagick reads", () => {
  it.each(["jp2", "pcx", "exr", "dds"])("%s", async (extension) => {
    await expectPicture(drawn(`plain.${extension}`), 9);
  });

  it("Targa from the top down and from the bottom up", async () => {
    const pixels = await pixelsOf(await flat());
    await expectPicture(save("down.tga", tgaFile(pixels, true)));
    await expectPicture(save("up.tga", tgaFile(pixels, false)));
  });

  it("of Radiance's light what is as bright as paper, or less", async () => {
    await expectPicture(save("a.hdr", hdrFile(await pixelsOf(await flat()))));
  });

  it("TIFF that sharp refuses", async () => {
    await expectPicture(drawn("tiles.tif"));
  });

  it("Photoshop documents of RGB, of CMYK and of Lab", async () => {
    await expectPicture(save("rgb.psd", psdFile(await pixelsOf(await flat()), 3)));
    // What a printer can't print is left out of the comparison: the same numbers in a TIFF file are the measure.
    const cmyk = (await flat()).toColourspace("cmyk").withIccProfile("cmyk");
    const ink = await pixelsOf(cmyk.clone());
    const inverse = { ...ink, data: ink.data.map((value) => 255 - value) };
    const document = await decodePhoto(save("cmyk.psd", psdFile(inverse, 4)));
    const measure = await decodePhoto(await cmyk.tiff().toBuffer());
    for (const at of [14 * 96 + 20, 14 * 96 + 75, 50 * 96 + 20, 50 * 96 + 75]) {
      for (let i = 3 * at; i < 3 * at + 3; i++) {
        expect(Math.abs((document.rgb[i] ?? 0) - (measure.rgb[i] ?? 0))).toBeLessThan(12);
      }
    }
    // Lightness 54 of 100, a 81, b 70: pure red in Lab.
    const lab = {
      data: new Uint8Array(300).map((_, i) => [138, 209, 198][i % 3] ?? 0),
      width: 10,
      height: 10,
      channels: 3,
    };
    const [red = 0, green = 255, blue = 255] = (await decodePhoto(save("lab.psd", psdFile(lab, 9))))
      .rgb;
    expect(red).toBeGreaterThan(235);
    expect(Math.max(green, blue)).toBeLessThan(40);
  });

  it("of GIMP's documents all layers together", async () => {
    const whole = await pixelsOf(await flat());
    const corner = await pixelsOf(
      (await flat()).extract({ left: 0, top: 0, width: 48, height: 32 }),
    );
    const below = await pixelsOf(
      sharp({ create: { width: 48, height: 64, channels: 3, background: "black" } }),
    );
    const right = await pixelsOf(
      (await flat()).extract({ left: 48, top: 0, width: 48, height: 64 }),
    );
    const left = await pixelsOf(
      (await flat()).extract({ left: 0, top: 32, width: 48, height: 32 }),
    );
    const layers = [
      { ...corner, left: 0, top: 0 },
      { ...left, left: 0, top: 32 },
      { ...below, left: 0, top: 0 },
      { ...right, left: 48, top: 0 },
    ];
    await expectPicture(save("layers.xcf", xcfFile(whole, layers)));
  });

  it("of icons the largest picture", async () => {
    const icon = async (width: number, height: number) => ({
      png: await (await flat()).resize(width, height).ensureAlpha().png().toBuffer(),
      width,
      height,
    });
    const pictures = [await icon(16, 11), await icon(96, 64), await icon(48, 32)];
    await expectPicture(save("app.ico", icoFile(pictures)));
  });

  it("PNM, as text and as bytes", async () => {
    const { data } = await pixelsOf(await flat());
    await expectPicture(save("a.ppm", Buffer.concat([Buffer.from("P6\n96 64\n255\n"), data])));
    await expectPicture(save("b.pnm", Buffer.from(`P3\n# text\n96 64\n255\n${data.join(" ")}\n`)));
  });

  it("over white where they are clear", async () => {
    const clear = Buffer.from(
      "P7\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
    );
    const pixels = Buffer.from([9, 9, 9, 0, 9, 9, 9, 255]);
    const { rgb } = await decodePhoto(save("clear.pam", Buffer.concat([clear, pixels])));
    expect([...rgb]).toEqual([255, 255, 255, 9, 9, 9]);
  });

  it("RAW without a preview, turned as it says", async () => {
    // Auto brightness makes the grey white.
    await expectPicture(save("bare.dng", dngFile(await pixelsOf(await flat()), 1)), 40);
    const turned = (await flat()).rotate(270);
    await expectPicture(save("turned.dng", dngFile(await pixelsOf(turned), 6)), 40);
  });
});

describe("what ImageMagick is not given", () => {
  it("files whose names alone are those of its formats", async () => {
    const code = "NOT_AN_IMAGE";
    await expect(
      read(save("text.tga", Buffer.from("nothing but text, of some length"))),
    ).rejects.toMatchObject({ code });
    await expect(
      read(save("script.pcx", Buffer.from("push graphic-context\n"))),
    ).rejects.toMatchObject({ code });
    const targa = tgaFile(await pixelsOf(await flat()), true);
    await expect(read(save("targa.jpg", targa))).rejects.toMatchObject({ code });
  });

  it("pictures of more pixels than there may be", async () => {
    const bomb = Buffer.from("P6\n40000 40000\n255\n");
    await expect(read(save("bomb.ppm", bomb))).rejects.toMatchObject({ code: "TOO_LARGE" });
    const wide = readFileSync(drawn("plain.dds"));
    wide.writeUInt32LE(4_000_000, 16);
    await expect(decodePhoto(save("wide.dds", wide))).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  it("pictures that take too much memory", async () => {
    const large = Buffer.alloc(2000, 0xff);
    tgaFile({ data: new Uint8Array(), width: 15_000, height: 0, channels: 3 }, true).copy(large);
    large[2] = 10;
    large.writeUInt16LE(15_000, 14);
    await expect(decodePhoto(save("large.tga", large))).rejects.toMatchObject({
      code: "OUT_OF_MEMORY",
    });
  });

  it("the rest of a file that was cut short", async () => {
    const whole = psdFile(await pixelsOf(await flat()), 3);
    const cut = save("cut.psd", whole.subarray(0, whole.length / 2));
    await expect(decodePhoto(cut)).rejects.toMatchObject({ code: "BROKEN_IMAGE" });
  });
});
