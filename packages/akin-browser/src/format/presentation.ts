/** The pages that a gallery can have beside its photos. */
export const GALLERY_PAGES = ["albums", "places", "likeness"] as const;

export type GalleryPage = (typeof GALLERY_PAGES)[number];

/** A link of the owner's choice. */
export interface GalleryLink {
  label: string;
  /** `isSafeLink`; relative to the gallery's page where it names no host. */
  url: string;
}

/** What others may do with the photos. */
export interface GalleryLicence {
  name: string;
  /** `isSafeLink`; null for a licence that is only named. */
  url: string | null;
}

/** One colour, `#rrggbb`, as light and as dark pages need it: at least 4.5:1 against their surface. */
export interface AccentColours {
  light: string;
  dark: string;
}

/** How a gallery presents itself: what its owner chose, and what follows from it. */
export interface Presentation {
  description: string | null;
  links: GalleryLink[];
  /** Null for the app's own colour. */
  accent: AccentColours | null;
  licence: GalleryLicence | null;
  /** The pages to be shown beside the photos; one of them may still have nothing to show. */
  pages: GalleryPage[];
  /** The site's public address, absolute and with a `/` at the end; null where it isn't known. */
  url: string | null;
  /** Whether each photo has a page of its own, `sharePagePath(id)`. */
  sharePages: boolean;
  /** Whether the gallery asks search engines to leave it out. */
  noindex: boolean;
  /** Whether the gallery can be installed as an app, and keeps what was seen for when there is no network. */
  installable: boolean;
}

/** The page of one photo, relative to the site; it is there only where the gallery has share pages. */
export function sharePagePath(id: number): string {
  return `photo/${id}.html`;
}
