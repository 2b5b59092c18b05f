import type {
  Calibration,
  Card,
  CardShard,
  Manifest,
  SimilarPhoto,
  StoredSimilarPhoto,
} from "../format/index.js";
import { scoreOf } from "../format/score-of.js";
import { wordOf } from "../format/word-of.js";

/** The calibrations of a manifest. */
export type Calibrations = Pick<Manifest, "calibration" | "lookCalibration">;

/** The cards of a shard, with what the gallery's calibrations say of distances. */
export function withScores(
  shard: CardShard,
  { calibration, lookCalibration }: Calibrations,
): Record<string, Card> {
  return Object.fromEntries(
    Object.entries(shard).map(([id, card]) => [
      id,
      {
        ...card,
        similar: card.similar.map((photo) => scored(photo, calibration)),
        byLook: card.byLook.map((photo) => scored(photo, lookCalibration)),
      },
    ]),
  );
}

/** A photo with what its distance means. */
export function scored(photo: StoredSimilarPhoto, calibration: Calibration | null): SimilarPhoto {
  const { distance } = photo;
  return {
    ...photo,
    score: calibration && scoreOf(distance, calibration),
    word: calibration && wordOf(distance, calibration),
  };
}
