import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { type Benchmark, type Figure, figure } from "./benchmark.js";
import { median } from "./median.js";
import { RandomNumbers } from "./onnx/random-numbers.js";
import { type AkinRun, runAkin } from "./pipeline/run-akin.js";

const WIDTH = 180;
const HEIGHT = 120;
const ADDED = 10;

/** Whole runs of `akin build --model builtin`: from nothing, with nothing changed, with ten photos added; and odd files. */
export const rebuild: Benchmark = {
  name: "rebuild",
  describe: "akin build of 10,000 small photos: from nothing, unchanged, ten added; odd files",
  async run({ repository, shared, args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: { photos: { type: "string", default: "10000" } },
    });
    const photos = Number(values.photos);
    const folder = mkdtempSync(join(tmpdir(), "akin-bench-rebuild-"));
    const album = join(folder, "album");
    const build = (source: string, out: string): Promise<AkinRun> =>
      runAkin(repository, ["build", source, "--out", join(folder, out), "--model", "builtin"]);
    try {
      print(`Drawing ${photos} photos of ${WIDTH} x ${HEIGHT} pixels …`);
      await drawPhotos(album, 0, photos);
      const first = await build(album, "gallery");
      const unchanged: number[] = [];
      for (let run = 0; run < 3; run++) unchanged.push((await build(album, "gallery")).seconds);
      const added: number[] = [];
      for (let have = photos; have < photos + 3 * ADDED; have += ADDED) {
        await drawPhotos(album, have, have + ADDED);
        added.push((await build(album, "gallery")).seconds);
      }
      const peer = { name: "from nothing", value: first.seconds };
      const figures: Figure[] = [
        figure(`${photos} photos from nothing`, first.seconds, "s"),
        figure("its peak memory", first.peakMemoryMb, "MB", { atMost: 1500 }),
        figure("nothing changed, median of 3", median(unchanged), "s", {
          atMost: photos > 10_000 ? 10 : 2,
          peer,
        }),
        figure(`${ADDED} photos added, median of 3`, median(added), "s", {
          atMost: 6,
          peer,
        }),
      ];
      const odd = join(shared, "photos/odd");
      if (existsSync(odd)) {
        const { peakMemoryMb } = await build(odd, "odd");
        figures.push(figure("peak memory, odd files", peakMemoryMb, "MB", { atMost: 1500 }));
      } else print(`Left out: odd files (${odd} is not there).`);
      return { figures, tables: [] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Draws photos number `from` to `to` - 1: noise on a gradient of two colours, taken nine hours apart. */
async function drawPhotos(album: string, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number++) {
    const folder = join(album, String(Math.floor(number / 200)));
    await mkdir(folder, { recursive: true });
    const time = new Date(Date.UTC(2015, 0, 1, 9 * number)).toISOString();
    const taken = time.slice(0, 19).replace("T", " ").replaceAll("-", ":");
    await sharp(pixelsOf(number), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .withExif({ IFD2: { DateTimeOriginal: taken } })
      .jpeg({ quality: 70 })
      .toFile(join(folder, `${number}.jpg`));
  }
}

function pixelsOf(seed: number): Uint8Array {
  const numbers = new RandomNumbers(Math.imul(seed + 1, 2654435761));
  const random = () => numbers.uniform();
  const [top, bottom] = [0, 1].map(() => [random() * 220, random() * 220, random() * 220]);
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let index = 0; index < rgb.length; index++) {
    const share = index / rgb.length;
    const colour = (top?.[index % 3] ?? 0) * (1 - share) + (bottom?.[index % 3] ?? 0) * share;
    rgb[index] = colour + random() * 30;
  }
  return rgb;
}
