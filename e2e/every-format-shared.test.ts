import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const shared = process.env.AKIN_SHARED ?? "";

/** What no viewer shows, or so little of it that it is no picture. */
const LEFT_OUT = {
  "formats/NegativeArraySizeException.HeifReader.processBoxes.heif": "BROKEN_IMAGE",
  "near-duplicates/ukbench/ukbench09268_corrupt.jpg": "NOT_AN_IMAGE",
  "odd/a/10ct_32bit_128.tiff": "BROKEN_IMAGE",
  "odd/a/badbitcount.bmp": "BROKEN_IMAGE",
  "odd/a/balloon_eciRGBv2_aware.jp2": "BROKEN_IMAGE",
  "odd/a/crash-0c7e0e8e11ce787078f00b5b0ca409a167f070e0.tif": "BROKEN_IMAGE",
  "odd/a/crash-0e16d3bfb83be87356d026d66919deaefca44dac.tif": "BROKEN_IMAGE",
  "odd/a/crash-1185209cf7655b5aed8ae5e77784dfdd18ab59e9.tif": "BROKEN_IMAGE",
  "odd/a/crash-338516dbd2f0e83caddb8ce256c22db3bd6dc40f.tif": "BROKEN_IMAGE",
  "odd/a/crash-63b1dffefc8c075ddc606c0a2f5fdc15ece78863.tif": "BROKEN_IMAGE",
  "odd/a/crash-86214e58da443d2b80820cff9677a38a33dcbbca.tif": "BROKEN_IMAGE",
  "odd/a/expected_to_read.jp2": "BROKEN_IMAGE",
  "odd/a/hopper_lzma.tif": "BROKEN_IMAGE",
  "odd/a/l2rgb_read.bmp": "BROKEN_IMAGE",
  "odd/a/oom-225817ca0f8c663be7ab4b9e717b02c661e66834.tif": "BROKEN_IMAGE",
  "odd/a/seek_too_large.tif": "BROKEN_IMAGE",
  "odd/a/syntax_num_frames_zero.png": "BROKEN_IMAGE",
  "odd/a/tiff_overflow_rows_per_strip.tif": "BROKEN_IMAGE",
  "odd/a/ultrahdr.jpg": "BROKEN_IMAGE",
  "odd/b/blankpage.svg": "UNSUPPORTED_FORMAT",
  "odd/b/logo.svg": "UNSUPPORTED_FORMAT",
};

const DAMAGED = ["odd/a/broken_data_stream.png", "odd/a/truncated_jpeg.jpg", "odd/b/truncated.jpg"];

const HEIC = {
  "formats/IMG_2927.HEIC": [3024, 4032],
  "formats/exif-at-eof.heic": [3024, 4032],
  "formats/Issue 487.heic": [3024, 4032],
};

test.skipIf(!shared)(
  "photos of all kinds: each is in the gallery, or left out with its reason, in little memory",
  async () => {
    const gallery = join(temporaryFolder(), "gallery");
    const report = await buildJson(join(shared, "photos"), gallery);
    const failures = Object.fromEntries(
      report.failures.map(({ path, code }: { path: string; code: string }) => [path, code]),
    );
    expect(failures).toEqual(LEFT_OUT);
    expect(report.peakMemoryMb).toBeLessThan(1500);
    expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
    const database = new DatabaseSync(join(gallery, "database.db"), { readOnly: true });
    const size = database.prepare("SELECT width, height FROM images WHERE path = ?");
    for (const [path, [width, height]] of Object.entries(HEIC)) {
      expect(size.get(path)).toEqual({ width, height });
    }
    const damaged = database.prepare(
      "SELECT path FROM images WHERE notes LIKE '%the picture is damaged%' ORDER BY path",
    );
    expect(damaged.all().map(({ path }) => path)).toEqual(DAMAGED);
    const { moving } = database
      .prepare("SELECT count(*) AS moving FROM images WHERE media = 'animation'")
      .get();
    expect(moving).toBeGreaterThan(10);
    database.close();
  },
);
