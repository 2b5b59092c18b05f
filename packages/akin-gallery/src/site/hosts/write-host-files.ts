import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../../describe-error.js";
import type { Effects } from "../../effects.js";
import { NOT_FOUND_MARK, notFoundPage } from "../pages/not-found-page.js";
import type { SiteFolder } from "../site-folder.js";
import type { SiteInput } from "../site-input.js";
import { HEADERS_MARK, headersFile } from "./headers-file.js";
import { folderRules, type HostOptions } from "./host-rules.js";
import { VERCEL_MARK, vercelJson } from "./vercel-json.js";

/** Files that hosts read, and what tells ours from an owner's. */
export const HOST_FILES = {
  "404.html": NOT_FOUND_MARK,
  _headers: HEADERS_MARK,
  "vercel.json": VERCEL_MARK,
} as const;

const NAMES = ["404.html", "_headers", "vercel.json"] as const;

/** Files that come after these, and are replaced by each build. */
const LAST_FILES = ["index.html", "data/manifest.json"];

/**
 * Writes what tells hosts how to send the files; to be called when all but the page and the manifest is there.
 * A file of one of these names that isn't ours is the owner's, and stays.
 */
export async function writeHostFiles(
  site: SiteFolder,
  { title, cors, presentation }: Pick<SiteInput, "title" | "cors" | "presentation">,
  { info }: Pick<Effects, "info">,
): Promise<void> {
  const options = { cors, noindex: presentation.noindex };
  const replaced = [...replacedFiles(site, options), ...LAST_FILES].sort();
  const texts = {
    "404.html": notFoundPage(title, presentation.url),
    _headers: headersFile(options, replaced),
    "vercel.json": vercelJson(options),
  };
  for (const name of NAMES) {
    if (await isOwners(join(site.root, name), HOST_FILES[name])) {
      info(`${name} in the site is your own, and stays as it is (docs/hosting.md).`);
    } else await site.put(name, texts[name]);
  }
  // Makes GitHub Pages publish files as they are.
  await site.put(".nojekyll", "");
}

/** Files whose names stay when their content changes. The pages of photos have a rule for all of them. */
function replacedFiles(site: SiteFolder, options: HostOptions): string[] {
  const folders = [...folderRules(options).map(({ folder }) => folder), "photo"];
  return [...site.files.keys()].filter((path) => {
    return !folders.some((folder) => path.startsWith(`${folder}/`));
  });
}

async function isOwners(file: string, mark: string): Promise<boolean> {
  try {
    return !(await readFile(file, "utf8")).includes(mark);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
