import type { PhotoExif } from "./card.js";

/**
 * The value of a photo's `camera` facet: make and model; models that begin with the make's first word ("NIKON D90" of
 * "NIKON CORPORATION") stand alone.
 */
export function cameraName({
  camera_make: make,
  camera_model: model,
}: PhotoExif): string | undefined {
  if (!make || !model) return model ?? make;
  return firstWord(make) === firstWord(model) ? model : `${make} ${model}`;
}

function firstWord(text: string): string | undefined {
  return text.split(/\s/, 1)[0]?.toLowerCase();
}
