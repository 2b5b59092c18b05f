import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import {
  type DrawablePhoto,
  GROUP_ON_CARD,
  LOOKS_ON_CARD,
  type PhotoGroup,
  SIMILAR_ON_CARD,
  type SimilarGroup,
  type SimilarReason,
  type StoredCard,
  type StoredSimilarPhoto,
} from "akin-browser/format";
import { type Like, Likes, type PlacedGroup } from "../similarity/likes/index.js";
import type { PublicFields } from "./public-fields.js";
import type { PublicPhoto } from "./public-photos.js";

/** Finds what cards tell of other photos: the similar ones, in the order in which they are shown, and the photo's group. */
export class SimilarOnCards {
  private readonly likes: Likes;
  private readonly photoAt: readonly PublicPhoto[];

  /** @param photos all that are published, by `images.id` */
  constructor(
    database: DatabaseSyncInstance,
    photos: ReadonlyMap<number, PublicPhoto>,
    private readonly fields: PublicFields,
  ) {
    this.likes = new Likes(database, photos);
    const photoAt: PublicPhoto[] = [];
    for (const photo of photos.values()) photoAt[photo.position] = photo;
    this.photoAt = photoAt;
  }

  of({ position }: PublicPhoto): Pick<StoredCard, "similar" | "byLook" | "group"> {
    const { likes } = this;
    return {
      similar: this.describe(likes.similarTo(position, SIMILAR_ON_CARD)),
      byLook: this.describe(likes.looksLike(position, LOOKS_ON_CARD)),
      group: this.photoGroup(position, likes.groupOf(position)),
    };
  }

  private describe(likes: readonly Like[]): StoredSimilarPhoto[] {
    const described: StoredSimilarPhoto[] = [];
    for (const { position, distance, reasons, group } of likes) {
      const photo = this.photoAt[position];
      if (!photo) continue;
      described.push({
        ...drawable(photo),
        distance: Math.round(distance * 1e5) / 1e5,
        reasons: reasons.filter((reason) => this.mayTell(reason)),
        group: this.similarGroup(position, group),
      });
    }
    return described;
  }

  /** What two photos have in common tells something of each. That of days is not found where times are kept back. */
  private mayTell(reason: SimilarReason): boolean {
    if (reason === "place") return this.fields.has("coordinates");
    if (reason === "camera") return this.fields.has("camera_model");
    return true;
  }

  private similarGroup(position: number, group: PlacedGroup | undefined): SimilarGroup | null {
    if (!group) return null;
    const others = this.drawable(othersOf(group, position)).map(({ id }) => id);
    return { kind: group.kind, count: group.members.length, others };
  }

  private photoGroup(position: number, group: PlacedGroup | undefined): PhotoGroup | null {
    if (!group) return null;
    return {
      kind: group.kind,
      count: group.members.length,
      keep: this.photoAt[group.keep]?.id ?? 0,
      photos: this.drawable(othersOf(group, position)),
    };
  }

  private drawable(positions: readonly number[]): DrawablePhoto[] {
    return positions.flatMap((position) => {
      const photo = this.photoAt[position];
      return photo ? [drawable(photo)] : [];
    });
  }
}

function drawable(photo: PublicPhoto): DrawablePhoto {
  const { id, path, title, width, height, image, placeholder } = photo;
  return { id, path, title, width, height, image, placeholder };
}

/** Those that were taken nearest to it, in order of time. */
function othersOf({ members }: PlacedGroup, position: number): number[] {
  const at = members.indexOf(position);
  const start = Math.max(0, Math.min(at - GROUP_ON_CARD / 2, members.length - 1 - GROUP_ON_CARD));
  return members.slice(start, start + GROUP_ON_CARD + 1).filter((member) => member !== position);
}
