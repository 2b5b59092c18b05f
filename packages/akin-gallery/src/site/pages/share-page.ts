import {
  availableSizes,
  type Card,
  imagePath,
  type Presentation,
  sharePagePath,
} from "akin-browser/format";
import { IMAGE_SIZES } from "../image-options.js";
import { dayInWords } from "./day-in-words.js";
import { type Html, html } from "./html.js";
import { previewTags } from "./preview-tags.js";

/** All that is told of a photo on its page; cards have it too. */
export type SharedPhoto = Pick<
  Card,
  "id" | "filename" | "title" | "description" | "takenAt" | "place" | "image" | "width" | "height"
>;

/** What the pages of all photos have in common. */
export interface SharingGallery {
  title: string;
  presentation: Presentation;
  /** Of all share pages, relative to the site. */
  styleSheet: string;
}

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The page of one photo, for previews of shared links: it needs no script. */
export function sharePage(photo: SharedPhoto, gallery: SharingGallery): string {
  const { title: siteName, presentation } = gallery;
  const label = photo.title ?? photo.filename;
  const facts = [photo.takenAt === null ? "" : dayInWords(photo.takenAt), photo.place ?? ""];
  const description = photo.description ?? (facts.filter(Boolean).join(" · ") || null);
  const tags = previewTags({
    type: "article",
    title: label,
    description: description ?? presentation.description,
    siteName,
    photo: { ...photo, label },
    siteUrl: presentation.url,
    path: sharePagePath(photo.id),
    noindex: presentation.noindex,
  });
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    ${tags.flatMap((tag) => [
      tag,
      html`
    `,
    ])}<link rel="icon" href="../favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="../${gallery.styleSheet}" />
  </head>
  <body>
    <header><a href="../">${siteName}</a></header>
    <main>
      <figure>
        <a href="../?photo=${photo.id}">${picture(photo, label)}</a>
        <figcaption>
          <h1>${label}</h1>
          ${paragraphs(photo, presentation)}
        </figcaption>
      </figure>
      <a class="open" href="../?photo=${photo.id}">Open in the gallery</a>
    </main>
  </body>
</html>
`.toString();
}

function picture({ image, width, height }: SharedPhoto, label: string): Html {
  const sizes = availableSizes(width, height, IMAGE_SIZES);
  const widths = sizes.map((size) => {
    const scale = Math.min(1, size / Math.max(width, height));
    return `../${imagePath(image, size)} ${Math.max(1, Math.round(width * scale))}w`;
  });
  const largest = imagePath(image, sizes.at(-1) ?? 0);
  return html`<img src="../${largest}" srcset="${widths.join(", ")}" sizes="(min-width: 1232px) 1200px, 100vw" width="${width}" height="${height}" alt="${label}" />`;
}

function paragraphs(
  { takenAt, place, description }: SharedPhoto,
  { licence, url }: Presentation,
): Html[] {
  const date = takenAt === null ? "" : dayInWords(takenAt);
  return [
    ...(description === null ? [] : [html`<p class="description">${description}</p>`]),
    ...(date === "" ? [] : [html`<p><time datetime="${takenAt ?? ""}">${date}</time></p>`]),
    ...(place === null ? [] : [html`<p>${place}</p>`]),
    ...(licence === null ? [] : [html`<p>${licenceName(licence, url)}</p>`]),
  ];
}

function licenceName(
  { name, url }: NonNullable<Presentation["licence"]>,
  site: string | null,
): Html {
  if (url === null || site === null) return html`${name}`;
  return html`<a rel="license noopener" href="${new URL(url, site).href}">${name}</a>`;
}
