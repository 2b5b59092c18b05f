import sharp from "sharp";
import type { AppFiles } from "../place-app.js";
import { hashName, type SiteFolder } from "../site-folder.js";

/** The app's mark: a drawing of 32 x 32 with a background of rounded corners, and Akin's blue in it. */
export const MARK = "favicon.svg";

const MARK_SIDE = 32;
const MARK_ACCENT = "#8ab4ff";

/** Of `<svg>`'s unit. */
const SVG_DPI = 72;

/** An icon of manifest.webmanifest. */
export interface WebManifestIcon {
  src: string;
  sizes: string;
  type: "image/png";
  purpose: "any" | "maskable";
}

export interface Icons {
  manifest: WebManifestIcon[];
  /** For iOS, which rounds the corners itself. */
  touchIcon: string;
}

/** The mark in the gallery's colour. */
export function galleryMark(app: AppFiles, accent: string | undefined): string {
  const mark = app.others.get(MARK)?.toString() ?? "";
  return accent === undefined ? mark : mark.replaceAll(MARK_ACCENT, accent);
}

/** Draws the icons of an installed gallery, and puts them into the site. */
export async function writeIcons(site: SiteFolder, mark: string): Promise<Icons> {
  // Systems cut a maskable icon to their own shape, so its background must reach the edge; the mark is well within.
  const square = mark.replace(/ rx="[^"]*"/, "");
  return {
    manifest: [
      icon(await writeIcon(site, mark, 192), 192, "any"),
      icon(await writeIcon(site, mark, 512), 512, "any"),
      icon(await writeIcon(site, square, 512), 512, "maskable"),
    ],
    touchIcon: await writeIcon(site, square, 180),
  };
}

function icon(path: string, side: number, purpose: "any" | "maskable"): WebManifestIcon {
  return { src: path, sizes: `${side}x${side}`, type: "image/png", purpose };
}

async function writeIcon(site: SiteFolder, mark: string, side: number): Promise<string> {
  const drawing = sharp(Buffer.from(mark), { density: (SVG_DPI * side) / MARK_SIDE });
  const png = await drawing.resize(side, side).png({ compressionLevel: 9 }).toBuffer();
  const path = `assets/icon-${side}-${hashName(png).slice(0, 8)}.png`;
  await site.put(path, png);
  return path;
}
