import { photoId } from "../../src/format/index.js";
import type { FixturePhoto } from "./fixture-photos.js";

/** Photos whose paths are to be found as people type them; the newest first. */
const PATHS = [
  "Rome 2024/IMG_2041.jpg",
  "Rome 2024/DSC02041.JPG",
  "2024-05-17 Ostia/PXL_20240518_101530123.jpg",
  "東京旅行/浅草寺の雷門.jpg",
  "東京旅行/スカイツリー.jpg",
  "서울/한강공원에서.jpg",
  "กรุงเทพ/วัดพระแก้ว.jpg",
  "HarbourTrip/Café Übersee.jpg",
  "HarbourTrip/harbour-lights.jpg",
  "HarbourTrip/night/harbour.jpg",
  "Москва/Красная площадь.jpg",
  "odd/ＦＵＬＬ ｗｉｄｔｈ ｶﾀｶﾅ.jpg",
  "odd/Cafe\u0301 decomposed.jpg",
  "odd/lantern lantern lanterns.jpg",
];

export const WORDED_PHOTOS = PATHS.map((path, index): FixturePhoto => {
  const takenAt = `2024-05-${String(28 - index).padStart(2, "0")}T12:00:00`;
  return { id: photoId(path), path, takenAt, vector: [1, index, 0, 0, 0, 0, 0, 1], similar: [] };
});
