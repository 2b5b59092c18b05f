/** Similar photos that a card holds at most; one with fewer holds all there are. */
export const SIMILAR_ON_CARD = 12;

/** Why a photo counts as similar. */
export type SimilarReason = "look" | "subject" | "place" | "day" | "camera";

/** How similar, in words. */
export type SimilarWord = "same-shot" | "very-similar" | "related";

/** What a card tells of a similar photo: enough to draw and name it. */
export interface SimilarPhoto {
  id: number;
  path: string;
  title: string | null;
  width: number;
  height: number;
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
  /** Cosine distance, 0 to 2, rounded to 5 decimals. */
  distance: number;
  /** 0 to 100; null until the gallery is calibrated. */
  score: number | null;
  word: SimilarWord | null;
  reasons: SimilarReason[];
}

/** Camera and exposure; fields that the file does not tell are absent. */
export interface PhotoExif {
  camera_make?: string;
  camera_model?: string;
  lens?: string;
  focal_length_mm?: number;
  focal_length_35mm?: number;
  /** The f-number. */
  aperture_f?: number;
  /** Exposure time in seconds. */
  exposure_s?: number;
  iso?: number;
  /** Whether the flash fired. */
  flash?: boolean;
  exposure_bias_ev?: number;
  white_balance?: "auto" | "manual";
  software?: string;
  /** EXIF orientation 1 to 8, as stored in the file; all published sizes are upright. */
  orientation?: number;
  altitude_m?: number;
  /** Direction of view in degrees clockwise from north. */
  direction_deg?: number;
}

/** All that the details panel shows of one photo. */
export interface Card {
  id: number;
  /** Relative to the album, separated by `/`. */
  path: string;
  filename: string;
  title: string | null;
  description: string | null;
  tags: string[];
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  /** Size of the original file in bytes. */
  fileSize: number;
  /** ISO 8601, local time; with an offset only where the file says it. */
  takenAt: string | null;
  exif: PhotoExif;
  /** Degrees, WGS 84. */
  latitude: number | null;
  longitude: number | null;
  /** City, region, country, as far as known. */
  place: string | null;
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
  /** The original, relative to the site, where the owner publishes it. */
  original: string | null;
  /** Nearest first, never the photo itself. */
  similar: SimilarPhoto[];
}

/** A shard of cards: JSON, keyed by id. */
export type CardShard = Record<string, Card>;
