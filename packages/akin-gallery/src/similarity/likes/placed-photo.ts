/** A photo with its place in a list of all: likenesses are worked out with places, which take less memory than ids. */
export interface PlacedPhoto {
  /** From 1, each once. */
  position: number;
  takenAt: string | null;
}
