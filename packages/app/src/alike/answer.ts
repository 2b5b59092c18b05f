import type { FoundPhoto, SimilarPhoto } from "akin-browser";
import { type Calibration, type SimilarWord, wordOf } from "akin-browser/format";
import { type PhotoSummary, summaryOfSimilar } from "../album/photo-summary.js";

/** A photo that is like what one looks for. */
export interface AlikePhoto {
  photo: PhotoSummary;
  /** How alike; null where it isn't really. */
  word: SimilarWord | null;
}

export interface Answer {
  /** The nearest first. */
  photos: readonly AlikePhoto[];
  /** Whether the words say something here. */
  hasWords: boolean;
}

/** What a card tells, in the order of a search: a card's own has variety first. It counts each burst once. */
export function answerOfCard(photos: readonly SimilarPhoto[]): Answer {
  const nearestFirst = photos.toSorted((a, b) => a.distance - b.distance);
  return {
    photos: nearestFirst.map((photo) => ({ photo: summaryOfSimilar(photo), word: photo.word })),
    hasWords: photos.every(({ score }) => score !== null),
  };
}

/**
 * What a search has found. The gallery's words are about the distance of two photos. Of several examples they are said
 * of the mean of the distances, in which order the search finds, so that each word comes once: "very similar" then means
 * so on average.
 *
 * @param calibration null where nothing can be said: with something taken away the order is another, and of how near a
 *   photo is to words the gallery's distances say nothing
 */
export function answerOfSearch(
  found: readonly FoundPhoto[],
  calibration: Calibration | null,
): Answer {
  const hasWords = calibration !== null;
  const photos = found.map(({ meanDistance, ...photo }) => ({
    photo: { ...summaryOfSimilar(photo), takenAt: photo.takenAt },
    word: hasWords && meanDistance !== null ? wordOf(meanDistance, calibration) : null,
  }));
  return { photos, hasWords };
}
