import {
  GALLERY_PAGES,
  type GalleryLicence,
  type GalleryLink,
  type GalleryPage,
} from "akin-browser/format";
import type { GpsPolicy } from "./metadata/apply-gps-policy.js";
import { DEFAULT_PRIVATE_RULES, type PrivateRules } from "./metadata/private-rules.js";

/** Whether and how the originals are published. */
export type OriginalsPolicy = "none" | "copy" | "link";

/** How the gallery presents itself: nothing but the site depends on it. */
export interface PresentationOptions {
  /** The gallery's title; the photo folder's name if not given. */
  title?: string;
  description?: string;
  /** Shown with the description. Default none. */
  links: readonly GalleryLink[];
  /** `#rrggbb`; the app's own if not given. */
  accent?: string;
  licence?: GalleryLicence;
  /** Which of the pages beside the photos the gallery has. Default all. */
  pages: readonly GalleryPage[];
  /** The site's public address, with a `/` at the end. */
  url?: string;
  /** Whether each photo has a page of its own, for previews of shared links, where `url` is given. Default true. */
  sharePages: boolean;
  /** Ask search engines to leave the gallery out. Default false. */
  noindex: boolean;
  /** Whether the gallery can be installed as an app, and opens without a network. Default true. */
  installable: boolean;
}

/** Options of a whole build; each command uses those that concern it. */
export interface AkinOptions extends PresentationOptions {
  /** The gallery's folder. Default `gallery`. */
  out: string;
  /** `auto`, a registry name, a Hugging Face repository, or a folder in its layout. Default `auto`. */
  model: string;
  /** `fp32`, `fp16` or `q8`; the model's own default if not given. */
  dtype?: string;
  /** onnxruntime's execution provider; the CPU if not given. */
  device?: string;
  /** Photos in one run of the model. */
  batchSize?: number;
  /** Contrast and sharpness x 1.1 before embedding. Default false. */
  enhance: boolean;
  /** Crop to the main subject before embedding. Default false. */
  smartCrop: boolean;
  /** Embed all photos again. Default false. */
  force: boolean;
  /** Let go of photos even if more than half of the album vanished. Default false. */
  prune: boolean;
  /** Download nothing. Default false. */
  offline: boolean;
  /** Default `coarse`: places are rounded to about 1 km. */
  gps: GpsPolicy;
  /** Default `none`. */
  originals: OriginalsPolicy;
  /** Names of fields that are published beside the usual ones (`PUBLIC_FIELDS`). Default none. */
  publish: readonly string[];
  /** Names of fields that are not published. Default none. */
  withhold: readonly string[];
  /** Whether SVG drawings are photos. Default false. */
  svg: boolean;
  /** Globs over paths in the album; what they match is left out. Default none. */
  exclude: string[];
  /** What keeps photos out of the gallery, besides `.akinignore`. Default the keyword `private`. */
  private: PrivateRules;
  /** Names of folders are tags. Default false. */
  tagsFromFolders: boolean;
  /** Where nothing else tells when a photo was taken, its file's time does. Default false. */
  datesFromFiles: boolean;
  /** Whether photos get automatic tags, and a file with words of the owner's own. Default null: none. */
  autoTags: { file: string | null } | null;
  /** Whether the model's text tower is published, so that pages search by meaning whatever the words. Default false. */
  textSearch: boolean;
  /** Whether the model's vision tower is published, so that pages look at pictures as the model does. Default false. */
  imageSearch: boolean;
  /** Origin whose pages may read the site's data, `*` for all; the site's own alone if not given. */
  cors?: string;
}

export const DEFAULT_OPTIONS: AkinOptions = {
  out: "gallery",
  model: "auto",
  enhance: false,
  smartCrop: false,
  force: false,
  prune: false,
  offline: false,
  gps: "coarse",
  originals: "none",
  publish: [],
  withhold: [],
  svg: false,
  exclude: [],
  private: DEFAULT_PRIVATE_RULES,
  tagsFromFolders: false,
  datesFromFiles: false,
  autoTags: null,
  textSearch: false,
  imageSearch: false,
  links: [],
  pages: GALLERY_PAGES,
  sharePages: true,
  noindex: false,
  installable: true,
};
