import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import {
  type Calibration,
  type SimilarReason,
  type SimilarWord,
  scoreOf,
  wordOf,
} from "akin-browser/format";
import { variedFirst } from "../ranking/index.js";
import { readCalibration, readLookCalibration } from "../store-calibration.js";
import { type NearPhoto, NeighbourTable } from "./neighbour-table.js";
import { type PlacedGroup, readPhotoGroups } from "./photo-groups.js";
import type { PlacedPhoto } from "./placed-photo.js";
import { SharedTraits } from "./shared-traits.js";

/** A photo that is like another one. */
export interface Like {
  position: number;
  /** Cosine distance, 0 to 2. */
  distance: number;
  /** 0 to 100, see `scoreOf`; null in a gallery without calibration. */
  score: number | null;
  word: SimilarWord | null;
  /** What the two have in common, the most telling first. */
  reasons: SimilarReason[];
  /** Its burst or duplicates, of which it is the nearest; undefined if it stands alone. */
  group: PlacedGroup | undefined;
}

/** What a gallery's databases tell of likeness, in memory. */
export class Likes {
  private readonly neighbours: NeighbourTable;
  private readonly looks: NeighbourTable;
  private readonly groups: ReadonlyMap<number, PlacedGroup>;
  private readonly traits: SharedTraits;
  private readonly calibration: Calibration | undefined;
  private readonly lookCalibration: Calibration | undefined;

  /** @param photos all that count, by id */
  constructor(database: DatabaseSyncInstance, photos: ReadonlyMap<number, PlacedPhoto>) {
    this.neighbours = NeighbourTable.read(database, "neighbours", photos);
    this.looks = NeighbourTable.read(database, "look_neighbours", photos);
    this.groups = readPhotoGroups(database, photos);
    this.traits = SharedTraits.read(database, photos);
    this.calibration = readCalibration(database);
    this.lookCalibration = readLookCalibration(database);
  }

  /** By the model: first five that show range, then others by corrected distance; one of each group, at most `most`. */
  similarTo(position: number, most: number): Like[] {
    const { neighbours } = this;
    const candidates = this.oneOfEachGroup(position, neighbours.of(position));
    const radiusOf = (other: number) => neighbours.radius(other);
    const distanceBetween = (a: number, b: number) => neighbours.between(a, b);
    const ranked = variedFirst(position, candidates, { radiusOf, distanceBetween });
    return ranked.slice(0, most).map((near) => this.like(position, near, this.calibration));
  }

  /** By look, nearest first; one of each group, at most `most`. Empty where the model is `builtin`. */
  looksLike(position: number, most: number): Like[] {
    const nearest = this.oneOfEachGroup(position, this.looks.of(position));
    return nearest.slice(0, most).map((near) => this.like(position, near, this.lookCalibration));
  }

  /** A photo of the album that is so far from one that isn't of it. */
  atDistance(position: number, distance: number): Like {
    const { calibration } = this;
    const word = calibration ? wordOf(distance, calibration) : null;
    const score = calibration ? scoreOf(distance, calibration) : null;
    const reasons = word === null ? [] : [this.reasonOfModel];
    return { position, distance, score, word, reasons, group: this.groups.get(position) };
  }

  /** The burst or the duplicates that a photo belongs to. */
  groupOf(position: number): PlacedGroup | undefined {
    return this.groups.get(position);
  }

  /** Of each group the nearest, and none of the photo's own. */
  private oneOfEachGroup(position: number, nearest: readonly NearPhoto[]): NearPhoto[] {
    const seen = new Set<PlacedGroup | undefined>();
    const own = this.groups.get(position);
    if (own) seen.add(own);
    return nearest.filter(({ id }) => {
      const group = this.groups.get(id);
      if (group === undefined) return true;
      if (seen.has(group)) return false;
      seen.add(group);
      return true;
    });
  }

  private like(
    position: number,
    { id, distance }: NearPhoto,
    calibration: Calibration | undefined,
  ): Like {
    return {
      position: id,
      distance,
      score: calibration ? scoreOf(distance, calibration) : null,
      word: calibration ? wordOf(distance, calibration) : null,
      reasons: this.reasons(position, id),
      group: this.groups.get(id),
    };
  }

  private reasons(a: number, b: number): SimilarReason[] {
    const { calibration, lookCalibration } = this;
    const isAlike = (table: NeighbourTable, by: Calibration | undefined) =>
      by !== undefined && wordOf(table.between(a, b), by) !== null;
    const reasons = this.traits.reasons(a, b);
    if (isAlike(this.looks, lookCalibration)) reasons.unshift("look");
    if (isAlike(this.neighbours, calibration)) reasons.unshift(this.reasonOfModel);
    return reasons;
  }

  /** The built-in descriptor sees looks, and nothing else; there are no looks beside it. */
  private get reasonOfModel(): SimilarReason {
    return this.lookCalibration === undefined ? "look" : "subject";
  }
}
