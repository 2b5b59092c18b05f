import { availableSizes, imagePath } from "akin-browser/format";
import { IMAGE_SIZES } from "../image-options.js";
import { type Html, html } from "./html.js";

/** Large enough for a preview over the whole width, and below the few hundred KB that messengers load. */
const PREVIEW_SIZE = 800;

interface PreviewPhoto {
  image: string;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  label: string;
}

/** What messengers, social networks and search engines show of a page. */
export interface Preview {
  type: "website" | "article";
  title: string;
  description: string | null;
  siteName: string;
  photo: PreviewPhoto | null;
  /** The site's public address; without it nothing can be named by its own. */
  siteUrl: string | null;
  /** Of the page, relative to the site. */
  path: string;
  noindex: boolean;
}

/** The tags of a page's head: title, description, Open Graph and Twitter's. */
export function previewTags(preview: Preview): Html[] {
  const { type, title, description, siteName, photo, siteUrl, path, noindex } = preview;
  const address = siteUrl === null ? null : siteUrl + path;
  return [
    html`<title>${title}</title>`,
    ...(description === null ? [] : [html`<meta name="description" content="${description}" />`]),
    ...(noindex ? [html`<meta name="robots" content="noindex" />`] : []),
    ...(address === null ? [] : [html`<link rel="canonical" href="${address}" />`]),
    property("type", type),
    property("title", title),
    property("site_name", siteName),
    ...(description === null ? [] : [property("description", description)]),
    ...(address === null ? [] : [property("url", address)]),
    ...(photo === null ? [] : imageTags(photo, siteUrl ?? "./")),
    html`<meta name="twitter:card" content="${photo === null ? "summary" : "summary_large_image"}" />`,
  ];
}

function imageTags({ image, width, height, label }: PreviewPhoto, siteUrl: string): Html[] {
  const sizes = availableSizes(width, height, IMAGE_SIZES);
  const size = sizes.findLast((each) => each <= PREVIEW_SIZE) ?? PREVIEW_SIZE;
  const scale = Math.min(1, size / Math.max(width, height));
  return [
    property("image", siteUrl + imagePath(image, size)),
    property("image:type", "image/jpeg"),
    property("image:width", Math.max(1, Math.round(width * scale))),
    property("image:height", Math.max(1, Math.round(height * scale))),
    property("image:alt", label),
  ];
}

function property(name: string, content: string | number): Html {
  return html`<meta property="og:${name}" content="${content}" />`;
}
