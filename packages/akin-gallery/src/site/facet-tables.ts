import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import { FACET_KINDS, FACETS_PER_KIND, type FacetKind } from "akin-browser/format";
import { facetsOf } from "./facets-of.js";
import type { PublicDetails, PublicPhoto } from "./public-photos.js";
import { tierEnds } from "./tier-ends.js";

/**
 * Fills `facets` and `facet_images`. Within a kind, facets are numbered as they first come: what newer photos bring
 * gets new numbers and moves no other.
 */
export class FacetTables {
  private readonly known = new Map<
    string,
    { id: number; kind: FacetKind; value: string; photos: number }
  >();
  private readonly ofKind = new Map<FacetKind, number>();
  private readonly addImage: StatementSyncInstance;
  private readonly tiers: readonly number[];

  /** @param photos how many will be added */
  constructor(
    private readonly published: DatabaseSyncInstance,
    photos: number,
  ) {
    this.tiers = tierEnds(photos);
    this.addImage = published.prepare("INSERT INTO facet_images VALUES (?, ?, ?)");
  }

  /** Adds the next photo: they come in order of position. */
  add(photo: PublicPhoto, details: PublicDetails): void {
    const tier = 1 + this.tiers.findIndex((end) => photo.position <= end);
    for (const [kind, value] of facetsOf(photo, details)) {
      const facet = this.facet(kind, value);
      facet.photos += 1;
      this.addImage.run(tier, facet.id, photo.position);
    }
  }

  /** Writes the counts. */
  finish(): void {
    const addFacet = this.published.prepare("INSERT INTO facets VALUES (?, ?, ?, ?)");
    for (const { id, kind, value, photos } of [...this.known.values()].sort(
      (a, b) => a.id - b.id,
    )) {
      addFacet.run(id, kind, value, photos);
    }
  }

  private facet(kind: FacetKind, value: string) {
    const key = `${kind}\n${value}`;
    let facet = this.known.get(key);
    if (!facet) {
      const number = this.ofKind.get(kind) ?? 0;
      this.ofKind.set(kind, number + 1);
      const id = FACET_KINDS.indexOf(kind) * FACETS_PER_KIND + number + 1;
      facet = { id, kind, value, photos: 0 };
      this.known.set(key, facet);
    }
    return facet;
  }
}
