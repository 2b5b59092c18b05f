import type { Card, DrawablePhoto, GridBlock, PhotoMedia } from "akin-browser/format";

/** What is needed to draw a photo before its card is there. */
export interface PhotoSummary {
  id: number;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  /** Undefined where it isn't known yet. */
  media: PhotoMedia | undefined;
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
  label: string;
  /** ISO 8601, local time; undefined where it isn't known yet. */
  takenAt: string | null | undefined;
}

/** The columns of a grid block as photos. */
export function summariesOfBlock(block: GridBlock): PhotoSummary[] {
  return block.ids.map((id, at) => ({
    id,
    width: block.widths[at] ?? 1,
    height: block.heights[at] ?? 1,
    media: block.media[at],
    image: block.images[at] ?? "",
    placeholder: block.placeholders[at] ?? "",
    label: block.labels[at] ?? "",
    takenAt: block.takenAt[at] ?? null,
  }));
}

export function summaryOfCard(card: Card): PhotoSummary {
  const { id, width, height, media, image, placeholder, takenAt } = card;
  return {
    id,
    width,
    height,
    media,
    image,
    placeholder,
    takenAt,
    label: card.title ?? card.filename,
  };
}

export function summaryOfSimilar(photo: DrawablePhoto): PhotoSummary {
  const { id, width, height, image, placeholder } = photo;
  const label = photo.title ?? photo.path.slice(photo.path.lastIndexOf("/") + 1);
  return { id, width, height, media: undefined, image, placeholder, label, takenAt: undefined };
}
