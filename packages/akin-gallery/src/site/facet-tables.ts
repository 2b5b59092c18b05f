import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import {
  FACET_KINDS,
  FACETS_PER_KIND,
  type FacetKind,
  facetKey,
  packNumbers,
  photoId,
  yearOf,
} from "akin-browser/format";
import { facetsOf } from "./facets-of.js";
import type { PublicDetails, PublicPhoto } from "./public-photos.js";

/**
 * Fills `facets` and `facet_photos`. Facets have numbers of their own, made of their values, and photos are counted from
 * the oldest of each year: those that are added to other years change none of it.
 */
export class FacetTables {
  private readonly known = new Map<
    string,
    { id: number; kind: FacetKind; value: string; photos: number }
  >();
  private readonly taken = new Set<number>();
  private readonly addPhotos: StatementSyncInstance;
  private year = 0;
  private photosOfYear = 0;
  /** The photos of each facet in the year. */
  private readonly ofYear = new Map<number, number[]>();

  constructor(private readonly published: DatabaseSyncInstance) {
    this.addPhotos = published.prepare("INSERT INTO facet_photos VALUES (?, ?)");
  }

  /** Adds the next photo: they come in order of position. */
  add(photo: PublicPhoto, details: PublicDetails): void {
    const year = yearOf(photo.takenAt);
    if (year !== this.year) this.finishYear();
    this.year = year;
    this.photosOfYear += 1;
    for (const [kind, value] of facetsOf(photo, details)) {
      const facet = this.facet(kind, value);
      facet.photos += 1;
      const photos = this.ofYear.get(facet.id) ?? [];
      photos.push(this.photosOfYear);
      this.ofYear.set(facet.id, photos);
    }
  }

  /** Writes the last year and the counts. */
  finish(): void {
    this.finishYear();
    const addFacet = this.published.prepare("INSERT INTO facets VALUES (?, ?, ?, ?)");
    for (const { id, kind, value, photos } of [...this.known.values()].sort(
      (a, b) => a.id - b.id,
    )) {
      addFacet.run(id, kind, value, photos);
    }
  }

  private finishYear(): void {
    for (const [id, photos] of this.ofYear) {
      this.addPhotos.run(facetKey(id, this.year), packNumbers(photos));
    }
    this.ofYear.clear();
    this.photosOfYear = 0;
  }

  private facet(kind: FacetKind, value: string) {
    const key = `${kind}\n${value}`;
    let facet = this.known.get(key);
    if (!facet) {
      facet = { id: this.freeId(kind, value), kind, value, photos: 0 };
      this.known.set(key, facet);
    }
    return facet;
  }

  private freeId(kind: FacetKind, value: string): number {
    for (let attempt = 0; ; attempt++) {
      const number = 1 + (photoId(value, attempt) % (FACETS_PER_KIND - 1));
      const id = FACET_KINDS.indexOf(kind) * FACETS_PER_KIND + number;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      return id;
    }
  }
}
