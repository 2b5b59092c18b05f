import { existsSync } from "node:fs";
import { join } from "node:path";
import { contentByName, hasContent } from "./hub-cache.js";
import type { ModelFiles } from "./model-files.js";
import type { PinnedFile } from "./model-registry.js";

/**
 * Reads a cached model's files.
 * @param others read beside the weights, relative to the folder
 * @returns `damaged` is the first whose content is not what its pin or its blob's name says
 */
export async function checkCached(
  files: ModelFiles,
  others: readonly string[],
  pinned: Record<string, PinnedFile>,
): Promise<{ checked: ModelFiles; damaged?: string }> {
  let checked = files;
  const data = `${files.weights}_data`;
  const paths = existsSync(join(files.folder, data)) ? [files.weights, data] : [files.weights];
  for (const path of [...others, ...paths]) {
    const file = join(files.folder, path);
    const known = pinned[path] ?? (await contentByName(file));
    if (!(await hasContent(file, known))) return { checked, damaged: path };
    if (path === files.weights && known.sha256) {
      checked = { ...files, weightsSha256: known.sha256 };
    }
  }
  return { checked };
}
