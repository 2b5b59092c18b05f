import type { Presentation } from "akin-browser/format";
import { SURFACES } from "../accent-colours.js";
import type { PublicPhoto } from "../public-photos.js";
import { type Html, html } from "./html.js";
import { previewTags } from "./preview-tags.js";

/** What the gallery's own page is made of. */
export interface GalleryPageInput {
  title: string;
  presentation: Presentation;
  /** The photo that stands for the gallery. */
  cover: PublicPhoto | undefined;
  /** Of iOS, which reads no web manifest's icons; relative to the site. Undefined where it can't be installed. */
  touchIcon: string | undefined;
}

/** The app's index.html with the gallery's head. */
export function galleryPage(indexHtml: string, input: GalleryPageInput): string {
  const tags = headTags(input).join("\n    ");
  return indexHtml.replace(/<title>.*?<\/title>/s, () => tags);
}

function headTags({ title, presentation, cover, touchIcon }: GalleryPageInput): Html[] {
  const { description, url, noindex, installable } = presentation;
  const photo = cover ? { ...cover, label: cover.title ?? cover.filename } : null;
  return [
    ...previewTags({
      type: "website",
      title,
      description,
      siteName: title,
      photo,
      siteUrl: url,
      path: "",
      noindex,
    }),
    html`<meta name="theme-color" content="${SURFACES.light}" media="(prefers-color-scheme: light)" />`,
    html`<meta name="theme-color" content="${SURFACES.dark}" media="(prefers-color-scheme: dark)" />`,
    ...(installable ? [html`<link rel="manifest" href="./manifest.webmanifest" />`] : []),
    ...(touchIcon === undefined
      ? []
      : [html`<link rel="apple-touch-icon" href="./${touchIcon}" />`]),
  ];
}
