import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { SimilarReason } from "akin-browser/format";
import { iterateRows } from "../../database/sqlite.js";
import type { PlacedPhoto } from "./placed-photo.js";

/** Photos that were taken nearer to each other than this are of the same place. Published places are about 1 km wide. */
const SAME_PLACE_KM = 1.5;

const EARTH_KM = 6371;

/** What photos may have in common besides how they look: some 25 bytes a photo. */
export class SharedTraits {
  private constructor(
    /** By position; NaN where it is not known. */
    private readonly latitudes: Float32Array,
    private readonly longitudes: Float32Array,
    /** Numbers of days and cameras; 0 where it is not known. */
    private readonly days: Uint32Array,
    private readonly cameras: Uint32Array,
  ) {}

  /** @param photos all that count, by id */
  static read(
    database: DatabaseSyncInstance,
    photos: ReadonlyMap<number, PlacedPhoto>,
  ): SharedTraits {
    const size = photos.size + 1;
    const latitudes = new Float32Array(size).fill(Number.NaN);
    const longitudes = new Float32Array(size).fill(Number.NaN);
    const days = new Uint32Array(size);
    const cameras = new Uint32Array(size);
    const [dayNumbers, cameraNumbers] = [new Map<string, number>(), new Map<string, number>()];
    const rows = iterateRows(
      database,
      `SELECT id, latitude, longitude, exif ->> 'camera_make' AS make, exif ->> 'camera_model' AS model
       FROM images`,
    );
    for (const { id, latitude, longitude, make, model } of rows) {
      const photo = photos.get(Number(id));
      if (!photo) continue;
      const { position, takenAt } = photo;
      if (latitude !== null && longitude !== null) {
        latitudes[position] = Number(latitude);
        longitudes[position] = Number(longitude);
      }
      days[position] = numberOf(takenAt?.slice(0, 10), dayNumbers);
      cameras[position] = numberOf(model === null ? undefined : `${make}\n${model}`, cameraNumbers);
    }
    return new SharedTraits(latitudes, longitudes, days, cameras);
  }

  /** What two photos have in common, by their positions. */
  reasons(a: number, b: number): SimilarReason[] {
    const reasons: SimilarReason[] = [];
    if (this.kilometres(a, b) <= SAME_PLACE_KM) reasons.push("place");
    if (isSame(this.days, a, b)) reasons.push("day");
    if (isSame(this.cameras, a, b)) reasons.push("camera");
    return reasons;
  }

  /** By the haversine formula; NaN if a place is not known. */
  private kilometres(a: number, b: number): number {
    const radians = (degrees: number | undefined) => ((degrees ?? Number.NaN) * Math.PI) / 180;
    const [latitudeA, latitudeB] = [radians(this.latitudes[a]), radians(this.latitudes[b])];
    const [longitudeA, longitudeB] = [radians(this.longitudes[a]), radians(this.longitudes[b])];
    const haversine =
      Math.sin((latitudeB - latitudeA) / 2) ** 2 +
      Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin((longitudeB - longitudeA) / 2) ** 2;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}

function isSame(numbers: Uint32Array, a: number, b: number): boolean {
  return numbers[a] !== 0 && numbers[a] === numbers[b];
}

function numberOf(text: string | undefined, numbers: Map<string, number>): number {
  if (!text) return 0;
  const number = numbers.get(text) ?? numbers.size + 1;
  numbers.set(text, number);
  return number;
}
