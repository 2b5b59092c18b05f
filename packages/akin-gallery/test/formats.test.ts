import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { decodePhoto } from "../src/photos/decode-photo.js";
import { readPhoto } from "../src/photos/read-photo.js";

const folder = mkdtempSync(join(tmpdir(), "akin-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** See formats/draw.sh. */
const drawn = (name: string) => fileURLToPath(new URL(`formats/${name}`, import.meta.url));

const COLOURS = { red: [224, 0, 0], green: [0, 192, 0], blue: [0, 0, 224], white: [240, 240, 240] };
const WIDTH = 96;
const HEIGHT = 64;

/** The picture of formats/draw.sh. */
function picture() {
  const box = (r: number, g: number, b: number) => ({
    create: { width: 48, height: 32, channels: 3 as const, background: { r, g, b } },
  });
  return sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: "white" },
  }).composite([
    { input: box(224, 0, 0), left: 0, top: 0 },
    { input: box(0, 192, 0), left: 48, top: 0 },
    { input: box(0, 0, 224), left: 0, top: 32 },
    { input: box(240, 240, 240), left: 48, top: 32 },
  ]);
}

/** Stored a quarter to the left, as a camera that is held upright does; EXIF's orientation 6 turns it back. */
async function turnedJpeg(): Promise<Buffer> {
  const turned = await picture().png().toBuffer();
  return sharp(turned).rotate(270).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
}

function save(name: string, content: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function read(file: string) {
  const { size, mtimeMs } = statSync(file);
  return readPhoto({
    path: basename(file),
    file,
    size,
    modifiedAt: mtimeMs,
    isIgnored: false,
    companions: [],
  });
}

/** That a file is the picture, upright, in its colours. */
async function expectPicture(file: string, media = "photo") {
  expect(await read(file)).toMatchObject({ width: WIDTH, height: HEIGHT, media });
  const { rgb, width, height } = await decodePhoto(file);
  expect([width, height]).toEqual([WIDTH, HEIGHT]);
  const at = (x: number, y: number) => [
    ...rgb.subarray(3 * (y * width + x), 3 * (y * width + x) + 3),
  ];
  const corners = { red: at(20, 14), green: at(75, 14), blue: at(20, 50), white: at(75, 50) };
  for (const [name, colour] of Object.entries(COLOURS)) {
    const found = corners[name as keyof typeof COLOURS];
    for (const [c, value] of colour.entries()) {
      expect(Math.abs((found[c] ?? 0) - value), `${name} is ${found}`).toBeLessThan(14);
    }
  }
}

describe("formats that sharp reads", () => {
  it.each(["png", "webp", "avif", "tiff", "gif"] as const)("%s", async (format) => {
    const options = { avif: { quality: 90, chromaSubsampling: "4:4:4" }, webp: { quality: 95 } };
    const chosen = format === "avif" || format === "webp" ? options[format] : {};
    await expectPicture(save(`a.${format}`, await picture().toFormat(format, chosen).toBuffer()));
  });

  it("by what is in a file, not by its name", async () => {
    copyFileSync(drawn("plain.heic"), join(folder, "heic.jpg"));
    await expectPicture(join(folder, "heic.jpg"));
    await expectPicture(save("png.heic", await picture().png().toBuffer()));
  });

  it.each(["gif", "webp"] as const)(
    "an animated %s by its first frame, and says so",
    async (format) => {
      const frames = [
        picture(),
        sharp({ create: { width: 96, height: 64, channels: 3, background: "black" } }),
      ];
      const input = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
      const moving = sharp(input, { join: { animated: true } }).toFormat(format, { quality: 95 });
      await expectPicture(save(`moving.${format}`, await moving.toBuffer()), "animation");
    },
  );

  it("colours of other spaces: Display P3, CMYK, 16 bits, transparency over white", async () => {
    const flat = await picture().png().toBuffer();
    await expectPicture(save("p3.png", await sharp(flat).withIccProfile("p3").png().toBuffer()));
    const deep = sharp(flat).toColourspace("rgb16").png();
    await expectPicture(save("deep.png", await deep.toBuffer()));
    const clear = sharp(flat)
      .ensureAlpha()
      .composite([
        {
          input: { create: { width: 48, height: 32, channels: 4, background: "#e8e8e800" } },
          left: 48,
          top: 32,
          blend: "dest-out",
        },
      ]);
    await expectPicture(save("alpha.png", await clear.png().toBuffer()));
  });
});

describe("damaged files", () => {
  /** Lines of which no two are alike, so that it is seen where they end. */
  const lines = () => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    return sharp({ create: { width: 200, height: 160, channels: 3, background: "red", noise } });
  };

  it.each(["jpeg", "png", "gif"] as const)(
    "%s that is cut short is what there is",
    async (format) => {
      const whole = await lines().toFormat(format).toBuffer();
      const expected = await decodePhoto(whole);
      expect(expected.isDamaged).toBeUndefined();
      const cut = await decodePhoto(whole.subarray(0, 0.6 * whole.length));
      expect(cut).toMatchObject({ width: 200, height: 160, isDamaged: true });
      const rows = (from: number, to: number) => [600 * from, 600 * to] as const;
      expect(cut.rgb.subarray(...rows(0, 70))).toEqual(expected.rgb.subarray(...rows(0, 70)));
      expect(cut.rgb.subarray(...rows(120, 160))).not.toEqual(
        expected.rgb.subarray(...rows(120, 160)),
      );
    },
  );

  it.each(["jpeg", "png", "gif", "webp"] as const)(
    "%s of which nothing is there is refused",
    async (format) => {
      const whole = await lines().toFormat(format).toBuffer();
      const stump = whole.subarray(0, format === "gif" ? 800 : 60);
      await expect(decodePhoto(stump)).rejects.toMatchObject({ code: "BROKEN_IMAGE" });
    },
  );
});

describe("HEIC", () => {
  it("and its colour profile", async () => {
    await expectPicture(drawn("plain.heic"));
    await expectPicture(drawn("p3.heic"));
  });

  it("that is cut short is refused with a reason", async () => {
    const cut = save("cut.heic", readFileSync(drawn("plain.heic")).subarray(0, 700));
    await expect(decodePhoto(cut)).rejects.toMatchObject({ code: "BROKEN_IMAGE" });
  });
});

describe("JPEG XL", () => {
  it("upright", async () => {
    await expectPicture(drawn("plain.jxl"));
    await expectPicture(drawn("turned.jxl"));
  });
});

describe("raw files", () => {
  /** As cameras make them: a directory, a small preview, some pixels, a large preview. */
  async function rawFile(orientation: number): Promise<Buffer> {
    const head = Buffer.alloc(64);
    head.write("II*\0", "latin1");
    head.writeUInt32LE(8, 4);
    head.writeUInt16LE(1, 8);
    head.writeUInt16LE(0x0112, 10);
    head.writeUInt16LE(3, 12);
    head.writeUInt32LE(1, 14);
    head.writeUInt16LE(orientation, 18);
    const large = await turnedJpeg();
    const small = await sharp(large).resize(16).negate().jpeg().toBuffer();
    // Raw pixels may look like the beginning of anything.
    const noise = Buffer.alloc(5000, Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x17]));
    return Buffer.concat([head, small, noise, large, noise]);
  }

  it.each(["dng", "nef", "arw", "cr2", "pef", "srw"])(
    "%s by the largest preview in it",
    async (extension) => {
      await expectPicture(save(`a.${extension}`, await rawFile(6)));
    },
  );

  it("of Fujifilm, whose preview tells its own orientation", async () => {
    const preview = await sharp(await turnedJpeg())
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    await expectPicture(
      save("a.raf", Buffer.concat([Buffer.from("FUJIFILMCCD-RAW 0201"), preview])),
    );
  });

  it("without one are refused", async () => {
    const bare = save("bare.nef", (await rawFile(1)).subarray(0, 60));
    await expect(read(bare)).rejects.toMatchObject({ code: "NO_PREVIEW" });
  });
});

describe("bitmaps", () => {
  it("of 24 bits, from the bottom up", async () => {
    const rgb = await picture().removeAlpha().raw().toBuffer();
    const head = Buffer.alloc(54);
    head.write("BM");
    for (const [at, value] of [
      [10, 54],
      [14, 40],
      [18, WIDTH],
      [22, HEIGHT],
    ] as const)
      head.writeUInt32LE(value, at);
    head.writeUInt16LE(1, 26);
    head.writeUInt16LE(24, 28);
    const rows = Array.from({ length: HEIGHT }, (_, y) => {
      const row = Buffer.from(rgb.subarray(3 * WIDTH * (HEIGHT - 1 - y), 3 * WIDTH * (HEIGHT - y)));
      return row.map((_, i) => row[i - (i % 3) + 2 - (i % 3)] ?? 0);
    });
    await expectPicture(save("a.bmp", Buffer.concat([head, ...rows])));
  });
});

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;
if (!hasFfmpeg) console.warn("Skipped: posters of videos (there is no ffmpeg).");

describe("videos", () => {
  it.skipIf(!hasFfmpeg).each(["mp4", "mov", "mkv", "avi"])("%s by a poster", async (extension) => {
    const still = save("still.png", await picture().png().toBuffer());
    const film = join(folder, `film.${extension}`);
    const codec = ["-c:v", "mpeg4", "-q:v", "1", "-pix_fmt", "yuv420p"];
    const { status } = spawnSync("ffmpeg", [
      "-v",
      "error",
      "-loop",
      "1",
      "-i",
      still,
      "-t",
      "1",
      ...codec,
      film,
    ]);
    expect(status).toBe(0);
    await expectPicture(film, "video");
  });

  it("without ffmpeg are refused with what to do", async () => {
    process.env.AKIN_FFMPEG = join(folder, "no-such-program");
    try {
      const film = save("b.mp4", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isommp42", "latin1"));
      const refused = { code: "NO_FFMPEG", message: expect.stringContaining("install ffmpeg") };
      await expect(read(film)).rejects.toMatchObject(refused);
    } finally {
      delete process.env.AKIN_FFMPEG;
    }
  });

  it("that only name others are not followed", async () => {
    const list = save("list.mp4", Buffer.from("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/a.ts\n"));
    await expect(read(list)).rejects.toMatchObject({ code: "NOT_AN_IMAGE" });
  });
});

describe("drawings", () => {
  const SVG = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="96" height="64">
    <rect width="48" height="32" fill="#e00000"/><rect x="48" width="48" height="32" fill="#00c000"/>
    <rect y="32" width="48" height="32" fill="#0000e0"/><rect x="48" y="32" width="48" height="32" fill="#f0f0f0"/>
    <image xlink:href="a.png" width="96" height="64"/></svg>`;

  it("are drawn without the files they refer to, and only by their own name", async () => {
    save(
      "a.png",
      await sharp({ create: { width: 9, height: 9, channels: 3, background: "black" } })
        .png()
        .toBuffer(),
    );
    await expectPicture(save("a.svg", Buffer.from(SVG)));
    await expect(read(save("svg.jpg", Buffer.from(SVG)))).rejects.toMatchObject({
      code: "UNSUPPORTED_FORMAT",
    });
  });
});
