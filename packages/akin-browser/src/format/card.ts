/** Similar photos that a card holds at most; one with fewer holds all there are. */
export const SIMILAR_ON_CARD = 12;

/** Photos by look that a card holds at most. */
export const LOOKS_ON_CARD = 5;

/** Photos of a group that are named at most: those that were taken nearest to the one in question. */
export const GROUP_ON_CARD = 24;

/** `duplicate`: copies and edits of one photo; `burst`: photos taken one after the other of the same. */
export type GroupKind = "duplicate" | "burst";

/** Why a photo counts as similar. */
export type SimilarReason = "look" | "subject" | "place" | "day" | "camera";

/** How similar, in words. */
export type SimilarWord = "same-shot" | "very-similar" | "related";

/** Enough of a photo to draw and name it. */
export interface DrawablePhoto {
  id: number;
  path: string;
  title: string | null;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
}

/** A group of which one photo is shown for all. */
export interface SimilarGroup {
  kind: GroupKind;
  /** How many photos it has, the shown one included. */
  count: number;
  /** Ids of others of it. */
  others: number[];
}

/** What a card tells of a similar photo, as it is published. */
export interface StoredSimilarPhoto extends DrawablePhoto {
  /** Cosine distance, 0 to 2, rounded to 5 decimals. */
  distance: number;
  /** What the two photos have in common, the most telling first. */
  reasons: SimilarReason[];
  /** Null for a photo of no group. */
  group: SimilarGroup | null;
}

/**
 * The same with what the gallery's calibration says of the distance. That stands in the manifest, because it changes a
 * little with every photo, and all cards with it.
 */
export interface SimilarPhoto extends StoredSimilarPhoto {
  /** 0 to 100; null in a gallery without calibration. */
  score: number | null;
  /** Null where the photos are not really alike. */
  word: SimilarWord | null;
}

/** The burst or the duplicates that a photo belongs to. */
export interface PhotoGroup {
  kind: GroupKind;
  /** How many photos it has, this one included. */
  count: number;
  /** Id of the one that is suggested to be kept. */
  keep: number;
  /** Others of it, in order of time. */
  photos: DrawablePhoto[];
}

/** Camera, exposure, and who made the photo; fields that the file does not tell, or that the owner keeps back, are absent. */
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
  /** 1 to 5 stars, or -1 for a photo that was rejected. */
  rating?: number;
  copyright?: string;
  /** Who took the photo; of several, separated by commas. */
  creator?: string;
  /** Who is to be seen on it. */
  people?: string[];
  /** Of the camera. */
  serial_number?: string;
  lens_serial_number?: string;
  /** Whom the camera belongs to, as set in it. */
  owner_name?: string;
}

/** What the file is: a still picture, an animation of which the first frame is shown, or a video of which one is. */
export type PhotoMedia = "photo" | "animation" | "video";

/** All that the details panel shows of one photo. */
export interface Card {
  id: number;
  /** Relative to the album, separated by `/`. With a code in place of what the owner keeps back. */
  path: string;
  filename: string;
  title: string | null;
  description: string | null;
  tags: string[];
  /** Those that the gallery's model has given, best first; none of `tags` is among them. */
  autoTags: string[];
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  media: PhotoMedia;
  /** Size of the original file in bytes; null where the owner keeps it back. */
  fileSize: number | null;
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
  /**
   * The photos most like it by the gallery's model, best first: the first five show range. Never the photo itself, none of
   * its group, and of another group one.
   */
  similar: SimilarPhoto[];
  /** The photos that look most like it; empty where the model is `builtin`, which sees nothing else. */
  byLook: SimilarPhoto[];
  /** Null for a photo that stands alone. */
  group: PhotoGroup | null;
}

/** A card as it is published. */
export interface StoredCard extends Omit<Card, "similar" | "byLook"> {
  similar: StoredSimilarPhoto[];
  byLook: StoredSimilarPhoto[];
}

/** A shard of cards: JSON, keyed by id. */
export type CardShard = Record<string, StoredCard>;
