import { readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** The photos' paths within public/photos/, with `/`, as `akin build public/photos` names them. Runs while the site is built. */
export function photoPaths(): string[] {
  return readdirSync(join(process.cwd(), "public/photos"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:jpe?g|png|webp|avif)$/i.test(path))
    .map((path) => path.replaceAll(sep, "/"))
    .sort();
}
