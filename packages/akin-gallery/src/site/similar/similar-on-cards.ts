import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import {
  type Calibration,
  type Card,
  type DrawablePhoto,
  GROUP_ON_CARD,
  LOOKS_ON_CARD,
  type PhotoGroup,
  SIMILAR_ON_CARD,
  type SimilarGroup,
  type SimilarPhoto,
  type SimilarReason,
  scoreOf,
  wordOf,
} from "akin-browser/format";
import { byCorrectedDistance, variedFive } from "../../similarity/ranking/index.js";
import { readCalibration, readLookCalibration } from "../../similarity/store-calibration.js";
import type { PublicPhoto } from "../public-photos.js";
import { type NearPhoto, NeighbourTable } from "./neighbour-table.js";
import { type PublicGroup, readPhotoGroups } from "./photo-groups.js";
import { SharedTraits } from "./shared-traits.js";

/** What a card tells of other photos. */
export type CardLikes = Pick<Card, "similar" | "byLook" | "group">;

/** Finds what cards tell of other photos: the similar ones, in the order in which they are shown, and the photo's group. */
export class SimilarOnCards {
  private readonly photoAt: readonly PublicPhoto[];
  private readonly neighbours: NeighbourTable;
  private readonly looks: NeighbourTable;
  private readonly groups: ReadonlyMap<number, PublicGroup>;
  private readonly traits: SharedTraits;
  private readonly calibration: Calibration | undefined;
  private readonly lookCalibration: Calibration | undefined;

  /** @param photos all that are published, by id */
  constructor(database: DatabaseSyncInstance, photos: ReadonlyMap<number, PublicPhoto>) {
    const photoAt: PublicPhoto[] = [];
    for (const photo of photos.values()) photoAt[photo.position] = photo;
    this.photoAt = photoAt;
    this.neighbours = NeighbourTable.read(database, "neighbours", photos);
    this.looks = NeighbourTable.read(database, "look_neighbours", photos);
    this.groups = readPhotoGroups(database, photos);
    this.traits = SharedTraits.read(database, photos);
    this.calibration = readCalibration(database);
    this.lookCalibration = readLookCalibration(database);
  }

  of({ position }: PublicPhoto): CardLikes {
    const similar = this.ranked(position).slice(0, SIMILAR_ON_CARD);
    const looks = this.oneOfEachGroup(position, this.looks.of(position)).slice(0, LOOKS_ON_CARD);
    return {
      similar: this.describe(position, similar, this.calibration),
      byLook: this.describe(position, looks, this.lookCalibration),
      group: this.groupOf(position),
    };
  }

  /** First the five that show range, then the others. */
  private ranked(position: number): NearPhoto[] {
    const { neighbours } = this;
    const candidates = this.oneOfEachGroup(position, neighbours.of(position));
    const radiusOf = (other: number) => neighbours.radius(other);
    const distanceBetween = (a: number, b: number) => neighbours.between(a, b);
    const first = variedFive(position, candidates, { radiusOf, distanceBetween });
    const rest = candidates.filter((candidate) => !first.includes(candidate));
    const ordered = byCorrectedDistance(position, rest, radiusOf);
    return [...first, ...ordered.map(({ candidate }) => candidate)];
  }

  /** Of each group the nearest, and none of the photo's own. */
  private oneOfEachGroup(position: number, nearest: readonly NearPhoto[]): NearPhoto[] {
    const seen = new Set([this.groups.get(position)]);
    // Those of no group are all kept.
    seen.delete(undefined);
    return nearest.filter(({ id }) => {
      const group = this.groups.get(id);
      if (group === undefined) return true;
      if (seen.has(group)) return false;
      seen.add(group);
      return true;
    });
  }

  private describe(
    position: number,
    nearest: readonly NearPhoto[],
    calibration: Calibration | undefined,
  ): SimilarPhoto[] {
    return nearest.flatMap(({ id, distance }) => {
      const photo = this.photoAt[id];
      if (!photo) return [];
      return {
        ...drawable(photo),
        distance: Math.round(distance * 1e5) / 1e5,
        score: calibration ? scoreOf(distance, calibration) : null,
        word: calibration ? wordOf(distance, calibration) : null,
        reasons: this.reasons(position, id),
        group: this.similarGroup(id),
      };
    });
  }

  private reasons(a: number, b: number): SimilarReason[] {
    const { calibration, lookCalibration } = this;
    const isAlike = (table: NeighbourTable, by: Calibration | undefined) =>
      by !== undefined && wordOf(table.between(a, b), by) !== null;
    const reasons = this.traits.reasons(a, b);
    if (isAlike(this.looks, lookCalibration)) reasons.unshift("look");
    // The built-in descriptor sees looks, and nothing else.
    const isSubject = lookCalibration !== undefined;
    if (isAlike(this.neighbours, calibration)) reasons.unshift(isSubject ? "subject" : "look");
    return reasons;
  }

  private similarGroup(position: number): SimilarGroup | null {
    const group = this.groups.get(position);
    if (!group) return null;
    const { kind, members } = group;
    return { kind, count: members.length, others: this.idsOf(othersOf(group, position)) };
  }

  private groupOf(position: number): PhotoGroup | null {
    const group = this.groups.get(position);
    if (!group) return null;
    const { kind, members, keep } = group;
    return {
      kind,
      count: members.length,
      keep: this.idsOf([keep])[0] ?? 0,
      photos: othersOf(group, position).flatMap((other) => {
        const photo = this.photoAt[other];
        return photo ? drawable(photo) : [];
      }),
    };
  }

  private idsOf(positions: readonly number[]): number[] {
    return positions.flatMap((position) => this.photoAt[position]?.id ?? []);
  }
}

/** Those that were taken nearest to it, in order of time. */
function othersOf({ members }: PublicGroup, position: number): number[] {
  const at = members.indexOf(position);
  const start = Math.max(0, Math.min(at - GROUP_ON_CARD / 2, members.length - 1 - GROUP_ON_CARD));
  return members.slice(start, start + GROUP_ON_CARD + 1).filter((member) => member !== position);
}

function drawable({
  id,
  path,
  title,
  width,
  height,
  image,
  placeholder,
}: PublicPhoto): DrawablePhoto {
  return { id, path, title, width, height, image, placeholder };
}
