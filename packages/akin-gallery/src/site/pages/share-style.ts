import type { AccentColours } from "akin-browser/format";
import type { AppFiles } from "../place-app.js";
import { hashName, type SiteFolder } from "../site-folder.js";

/** The app's style sheet of share pages, which goes into the site under a name that changes with its content. */
export const SHARE_STYLE = "share-page.css";

/**
 * Puts the style sheet of all share pages into the site.
 * @returns its path relative to the site
 */
export async function writeShareStyle(
  site: SiteFolder,
  app: AppFiles,
  accent: AccentColours | null,
): Promise<string> {
  const style = app.others.get(SHARE_STYLE)?.toString() ?? "";
  const own = accent
    ? `\n:root {\n  --accent: light-dark(${accent.light}, ${accent.dark});\n}\n`
    : "";
  const content = style + own;
  const path = `assets/share-page-${hashName(content).slice(0, 8)}.css`;
  await site.put(path, content);
  return path;
}
