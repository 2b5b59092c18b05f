/** What a camera, and later its owner, wrote into a photo. */
export interface PhotoDetails {
  /** Local time as EXIF has it, `YYYY:MM:DD HH:MM:SS`. */
  takenAt: string;
  /** `+02:00`; some cameras do not know it. */
  offset?: string;
  make: string;
  model: string;
  lens?: string;
  /** Exposure time as a fraction of a second, such as `1/250`. */
  exposure: string;
  aperture: number;
  iso: number;
  /** Millimetres. */
  focalLength: number;
  focalLength35: number;
  /** EXIF's code: 0 not fired, 16 off, 24 automatic and not fired, 25 automatic and fired. */
  flash: number;
  /** Degrees, north and east positive; altitude in metres. */
  gps?: { latitude: number; longitude: number; altitude?: number };
  title?: string;
  description?: string;
  keywords: readonly string[];
  /** Where title, description and keywords are written. */
  writtenAs: "iptc" | "xmp" | "both" | "none";
}
