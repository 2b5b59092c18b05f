import type { FacetCount, FacetKind } from "akin-browser";
import type { Browser } from "playwright-core";
import { photosOfSite } from "./site-photos.js";
import type { SlowLink } from "./slow-link.js";
import type { StaticHost } from "./static-host.js";
import {
  countAndFilter,
  openPhotos,
  type Subjects,
  searchByPhotos,
  searchForMany,
  searchLoaded,
  searchWords,
} from "./steps.js";
import { Costs, type Visit, visitPage } from "./visits.js";

export interface GalleryVisits {
  browser: Browser;
  host: StaticHost;
  link: SlowLink;
  /** Folder of the site. */
  site: string;
  costs: Costs;
  /** How many of each kind. */
  visits: number;
}

/** Above this many photos a search fetches so much that it is measured once. */
const LARGE = 500_000;

const WORDS = 20;
const PHOTOS = 60;

/** Visits of each kind to the measured page, each by a visitor whose cache is empty. */
export async function visitGallery(options: GalleryVisits): Promise<void> {
  const { browser, host, link, costs, visits } = options;
  const subjects = await findSubjects(options);
  const count = subjects.gallerySize > LARGE ? 1 : visits;
  for (let turn = 0; turn < visits; turn++) {
    const visit = (steps: (visit: Visit) => Promise<void>) =>
      visitPage(browser, host, costs, steps);
    await visit((opened) => openPhotos(opened, subjects, turn));
    await visit((opened) => searchWords(opened, subjects, turn));
    await visit((opened) => searchForMany(opened, subjects, turn));
    await visit((opened) => countAndFilter(opened, subjects));
    if (turn >= count) continue;
    await visit((opened) => searchByPhotos(opened, subjects, turn));
    await visit((opened) => searchLoaded(opened, subjects, turn, link));
  }
}

/** Looks for what to ask, at full speed. */
async function findSubjects({
  browser,
  host,
  link,
  site,
}: GalleryVisits): Promise<Subjects & { gallerySize: number }> {
  link.throttled = false;
  const found = { tag: [] as string[], camera: "", year: "", gallerySize: 0 };
  await visitPage(browser, host, new Costs(), async ({ ask }) => {
    const values = async (kind: FacetKind) => {
      const { answer } = await ask({ type: "values", kind });
      // The page answers so.
      return (answer as FacetCount[]).map(({ value }) => value);
    };
    found.tag = (await values("tag")).filter((tag) => /^[a-z]+$/.test(tag));
    found.camera = (await values("camera"))[3] ?? "";
    found.year = (await values("year"))[3] ?? "";
    found.gallerySize = Number((await ask({ type: "count", where: {} })).answer);
  });
  link.throttled = true;
  const middle = Math.floor(found.tag.length / 2) - WORDS / 2;
  return {
    photos: photosOfSite(site, PHOTOS),
    words: found.tag.slice(middle, middle + WORDS),
    frequentWord: found.tag[0] ?? "",
    filter: { camera: found.camera, year: found.year },
    gallerySize: found.gallerySize,
  };
}
