import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { AkinError } from "../akin-error.js";
import { errorCode } from "../describe-error.js";
import type { SiteFolder } from "./site-folder.js";

/** The built app, in memory: some two megabytes. */
export interface AppFiles {
  indexHtml: string;
  /** All other files by their path relative to the site. */
  others: Map<string, Buffer>;
  /** Changes with any of the files. */
  fingerprint: string;
}

/** @throws AkinError `FAILED` if the folder has no index.html */
export async function readApp(folder: string): Promise<AppFiles> {
  const others = new Map<string, Buffer>();
  const hash = createHash("sha256");
  for (const path of await listFiles(folder)) {
    const content = await readFile(join(folder, path));
    others.set(path, content);
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  const index = others.get("index.html");
  if (!index) {
    throw new AkinError("FAILED", `the web app is not built: there is no index.html in ${folder}`);
  }
  others.delete("index.html");
  return { indexHtml: index.toString(), others, fingerprint: hash.digest("hex") };
}

/** Puts the files of the app into the site, but for index.html, which must come last, and those that are left out. */
export async function placeAppFiles(
  site: SiteFolder,
  app: AppFiles,
  leaveOut: readonly string[],
): Promise<void> {
  for (const [path, content] of app.others) {
    if (!leaveOut.includes(path)) await site.put(path, content);
  }
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files
      .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll(sep, "/"))
      .sort();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}
