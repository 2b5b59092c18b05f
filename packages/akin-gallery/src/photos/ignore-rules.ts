import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import ignore, { type Ignore } from "ignore";
import { AkinError } from "../akin-error.js";
import { describeError, oneLine } from "../describe-error.js";

/** Names what is to be left out of the folder that it lies in, as .gitignore does. */
export const IGNORE_FILE = ".akinignore";

/** The rules of all `.akinignore` files of an album; those of inner folders come first. */
export class IgnoreRules {
  private readonly byFolder = new Map<string, Ignore>();

  constructor(private readonly album: string) {}

  /**
   * Reads the rules of a folder that has some.
   *
   * @param folder within the album; empty for the album itself
   * @throws AkinError `UNREADABLE`: a photo that somebody kept back must not get out because a file can't be read
   */
  async read(folder: string): Promise<void> {
    const file = join(this.album, folder, IGNORE_FILE);
    try {
      const rules = await readFile(file, "utf8");
      this.byFolder.set(
        folder,
        ignore({ allowRelativePaths: true }).add(rules.replace(/^\uFEFF/, "")),
      );
    } catch (cause) {
      throw new AkinError(
        "UNREADABLE",
        `${oneLine(file)} can't be read: ${describeError(cause)}; what it keeps back would be published`,
        { cause },
      );
    }
  }

  /** @param path within the album; of a folder, with a `/` at the end */
  ignores(path: string): boolean {
    let folder = path;
    do {
      folder = parentOf(folder);
      const rules = this.byFolder.get(folder);
      if (!rules) continue;
      const { ignored, unignored } = rules.test(
        folder === "" ? path : path.slice(folder.length + 1),
      );
      if (ignored || unignored) return ignored;
    } while (folder !== "");
    return false;
  }
}

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === "." ? "" : parent;
}
