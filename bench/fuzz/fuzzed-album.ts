import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { RandomNumbers } from "../onnx/random-numbers.js";
import { MUTATIONS } from "./mutate.js";

/** Larger ones are mutated as seldom as that they don't take all the time. */
const LARGE = 300_000;
const LARGE_SHARE = 0.08;

const IGNORED = /^(?:README.*|LICENSE.*|.*\.(?:txt|md|json|svg|sh))$/i;

/** The photos that others are made of. */
export function photosIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = entries.map((entry) => join(folder, entry));
  return files.filter((file) => statSync(file).isFile() && !IGNORED.test(basename(file)));
}

/** Writes mutated copies of photos, each kind of file as often as the others. */
export function writeFuzzedAlbum(
  folder: string,
  photos: readonly string[],
  count: number,
  random: RandomNumbers,
): void {
  mkdirSync(folder, { recursive: true });
  const extensions = new Set(photos.map(extensionOf));
  const kinds = [...extensions].map((one) => photos.filter((file) => extensionOf(file) === one));
  const pick = <T>(list: readonly T[]): T | undefined =>
    list[Math.floor(random.uniform() * list.length)];
  const mutations = Object.entries(MUTATIONS);
  for (let made = 0; made < count; ) {
    const file = pick(pick(kinds) ?? []);
    const [name, mutate] = pick(mutations) ?? [];
    if (!file || !name || !mutate) continue;
    if (statSync(file).size > LARGE && random.uniform() > LARGE_SHARE) continue;
    const to = `${String(made).padStart(5, "0")} ${name}${extname(file)}`;
    writeFileSync(join(folder, to), mutate(readFileSync(file), random));
    made++;
  }
}

function extensionOf(file: string): string {
  return extname(file).toLowerCase();
}
