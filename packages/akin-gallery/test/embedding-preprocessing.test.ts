import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { preprocess } from "../src/embedding/preprocessing.js";
import { parsePreprocessing } from "../src/embedding/preprocessing-config.js";

const PLAIN = { do_normalize: false, resample: 2 };
const OFF = { enhance: false, smartCrop: false };
const parse = (config: unknown) => parsePreprocessing(config, "preprocessor_config.json");

/** Stripes of 10 pixels, black to white from left to right. */
async function ramp(width: number, height: number): Promise<Buffer> {
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0; i < rgb.length; i++) {
    const x = Math.floor(i / 3) % width;
    rgb[i] = Math.floor(x / 10) * Math.floor(2550 / width);
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

describe("preprocessing", () => {
  it("reads CLIP's old and new forms alike", () => {
    const rest = { ...PLAIN, do_center_crop: true };
    const old = parse({ ...rest, size: 224, crop_size: 224 });
    const square = { height: 224, width: 224 };
    expect(parse({ ...rest, size: { shortest_edge: 224 }, crop_size: square })).toEqual(old);
    expect(old).toMatchObject({ resize: { shortestEdge: 224 }, crop: square, kernel: "linear" });
  });

  it.each([
    [0, "nearest"],
    [1, "lanczos3"],
    [2, "linear"],
    [3, "cubic"],
  ])("resample %i is %s", (resample, kernel) => {
    const size = { width: 8, height: 8 };
    expect(parse({ do_normalize: false, size, resample }).kernel).toBe(kernel);
  });

  it.each([
    [[], "holds no JSON object"],
    [{ ...PLAIN }, "has no usable size"],
    [{ ...PLAIN, size: { shortest_edge: 8 } }, "gives no fixed input size"],
    [{ ...PLAIN, size: 8, do_center_crop: true }, "has no usable crop_size"],
    [{ ...PLAIN, size: { width: 8, height: -8 } }, "has no usable size"],
    [{ ...PLAIN, size: { width: 8, height: 8 }, resample: 7 }, "has resample 7"],
    [{ size: { width: 8, height: 8 } }, "has no usable image_mean"],
    [
      { size: { width: 8, height: 8 }, image_mean: [0, 0, 0], image_std: [1, 0, 1] },
      "has no usable image_std",
    ],
    [{ ...PLAIN, size: { width: 8, height: 8 }, do_rescale: "yes" }, "has a do_rescale"],
    [{ ...PLAIN, size: { width: 8, height: 8 }, rescale_factor: "1" }, "has a rescale_factor"],
  ])("refuses %j: it %s", (config, message) => {
    expect(() => parse(config)).toThrow(`preprocessor_config.json ${message}`);
  });

  it("gives planes, rescaled and normalised", async () => {
    const config = {
      size: { width: 2, height: 2 },
      image_mean: [0.5, 0, 0],
      image_std: [0.5, 1, 2],
    };
    const create = { width: 4, height: 4, channels: 3 as const, background: "#ff0080" };
    const photo = await sharp({ create }).png().toBuffer();
    const values = [...(await preprocess(photo, parse(config), OFF))];
    const [red, green, blue] = [1, 0, 128 / 255 / 2];
    const expected = [red, red, red, red, green, green, green, green, blue, blue, blue, blue];
    expect(values).toEqual(expected.map((value) => expect.closeTo(value, 5)));
    const bytes = await preprocess(
      photo,
      parse({ ...PLAIN, size: { width: 2, height: 2 }, do_rescale: false }),
      OFF,
    );
    expect(bytes[8]).toBe(128);
  });

  it("keeps the aspect and crops the middle, also of a photo on its side", async () => {
    const cropped = parse({ ...PLAIN, size: 10, do_center_crop: true, crop_size: 10 });
    const values = await preprocess(await ramp(30, 10), cropped, OFF);
    expect([...values.slice(0, 10)]).toEqual(Array(10).fill(expect.closeTo(85 / 255, 3)));
    const onItsSide = await sharp(await ramp(30, 10))
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const turned = await preprocess(onItsSide, cropped, OFF);
    expect([...turned.slice(0, 10)]).toEqual(Array(10).fill(expect.closeTo(85 / 255, 3)));
  });

  it("squashes into width and height, and puts black around a photo smaller than the crop", async () => {
    const squashed = await preprocess(
      await ramp(30, 10),
      parse({ ...PLAIN, size: { width: 3, height: 1 } }),
      OFF,
    );
    expect(squashed).toHaveLength(9);
    const padded = parse({ ...PLAIN, do_resize: false, do_center_crop: true, crop_size: 4 });
    const create = { width: 2, height: 3, channels: 3 as const, background: "#ffffff" };
    const values = await preprocess(await sharp({ create }).png().toBuffer(), padded, OFF);
    expect([...values.slice(0, 16)]).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0]);
  });

  it("crops around what draws the eye with --smart-crop, and strengthens with --enhance", async () => {
    const drawing = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="#888"/>
       <circle cx="76" cy="15" r="9" fill="#e02010"/></svg>`,
    );
    const spot = await sharp(drawing).png().toBuffer();
    const config = parse({ ...PLAIN, size: 30, do_center_crop: true, crop_size: 30 });
    const redness = (values: Float32Array) =>
      values.slice(0, 900).filter((value, i) => value - (values[900 + i] ?? 0) > 0.5).length;
    expect(redness(await preprocess(spot, config, OFF))).toBe(0);
    expect(redness(await preprocess(spot, config, { ...OFF, smartCrop: true }))).toBeGreaterThan(
      150,
    );
    const enhanced = await preprocess(spot, config, { ...OFF, enhance: true });
    expect(enhanced[0]).toBeCloseTo((136 * 1.1 - 12.75) / 255, 2);
  });

  it("takes a grey photo for one of three equal channels", async () => {
    const config = parse({ ...PLAIN, size: { width: 2, height: 2 } });
    const create = { width: 4, height: 4, channels: 3 as const, background: "#606060" };
    const grey = await sharp({ create }).toColourspace("b-w").png().toBuffer();
    expect((await sharp(grey).metadata()).channels).toBe(1);
    const values = await preprocess(grey, config, OFF);
    expect([...values]).toEqual(Array(12).fill(expect.closeTo(96 / 255, 2)));
  });

  it.each(["decoded", "shrunk"])("shows a wide-gamut photo in sRGB's colours, %s", async (how) => {
    const config = parse({ ...PLAIN, size: { width: 2, height: 2 } });
    const create = { width: 64, height: 64, channels: 3 as const, background: "#c08040" };
    const wide = await sharp({ create }).withIccProfile("p3").png().toBuffer();
    // The same colour in other numbers: Display P3's are nearer together.
    const { data } = await sharp(wide, { ignoreIcc: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeLessThan(0xc0);
    const values = await preprocess(wide, config, { ...OFF, shrinkOnLoad: how === "shrunk" });
    const [red, green, blue] = [values[0], values[4], values[8]].map((value = 0) => 255 * value);
    expect(red).toBeCloseTo(0xc0, -0.5);
    expect(green).toBeCloseTo(0x80, -0.5);
    expect(blue).toBeCloseTo(0x40, -0.5);
  });

  it.each([
    ["a JPEG", { orientation: 1 }],
    ["a JPEG on its side", { orientation: 6 }],
    ["a mirrored JPEG", { orientation: 2 }],
    ["a CMYK JPEG", { cmyk: true }],
    ["a 16-bit PNG with transparency", { png16: true }],
  ])("sees the same picture in %s that is shrunk on load", async (_, kind) => {
    const photo = await gradient(kind);
    const config = parse({ ...PLAIN, size: 60, do_center_crop: true, crop_size: 48 });
    const whole = await preprocess(photo, config, OFF);
    const shrunk = await preprocess(photo, config, { ...OFF, shrinkOnLoad: true });
    const differences = shrunk.map((value, i) => Math.abs(value - (whole[i] ?? Number.NaN)));
    expect(Math.max(...differences)).toBeLessThan(0.03);
    expect(Math.max(...whole) - Math.min(...whole)).toBeGreaterThan(0.4);
  });
});

/** Red from left to right, blue from top to bottom, as large as a photo. */
async function gradient({
  orientation = 1,
  cmyk = false,
  png16 = false,
}: {
  orientation?: number;
  cmyk?: boolean;
  png16?: boolean;
}): Promise<Buffer> {
  const [width, height] = [900, 600];
  const rgb = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgb[3 * pixel] = (255 * (pixel % width)) / width;
    rgb[3 * pixel + 2] = (255 * Math.floor(pixel / width)) / height;
  }
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } });
  if (png16) return picture.ensureAlpha(0.5).toColourspace("rgb16").png().toBuffer();
  if (cmyk) return picture.toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer();
  return picture.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}
