import { GalleryError } from "../gallery-error.js";

/** The error to show. What is none of ours is a defect, and goes to the page's error boundary. */
export function toldError(failure: unknown): GalleryError | null {
  if (failure === null || failure instanceof GalleryError) return failure;
  throw failure;
}
