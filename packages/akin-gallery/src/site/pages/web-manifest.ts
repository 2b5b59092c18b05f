import type { Presentation } from "akin-browser/format";
import { SURFACES } from "../accent-colours.js";
import type { WebManifestIcon } from "./write-icons.js";

/** The part of manifest.webmanifest that names files. */
export interface WebManifest {
  icons: WebManifestIcon[];
}

/** What makes the gallery an app that can be installed; its addresses are relative, so that it works in any folder. */
export function webManifest(
  title: string,
  { description }: Presentation,
  icons: readonly WebManifestIcon[],
): string {
  return JSON.stringify({
    name: title,
    short_name: title,
    ...(description !== null && { description }),
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: SURFACES.dark,
    theme_color: SURFACES.dark,
    icons,
  });
}
