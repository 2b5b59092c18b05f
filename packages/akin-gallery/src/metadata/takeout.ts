/** What Google Takeout's JSON tells of a photo. */
export interface Takeout {
  /** Milliseconds since 1970, as Google Photos shows it; null if it isn't told. */
  takenAt: number | null;
  description: string;
  people: string[];
  /** As corrected by the owner, or guessed by Google where the photo tells nothing. */
  latitude: number | undefined;
  longitude: number | undefined;
  altitude: number | undefined;
}

type Json = Record<string, unknown>;

/** @returns null for a text that is no JSON, or another's */
export function readTakeout(text: string): Takeout | null {
  const told = parseObject(text);
  const isTakeout =
    told && ["photoTakenTime", "geoData", "googlePhotosOrigin"].some((key) => key in told);
  if (!told || !isTakeout) return null;
  const geo = objectOf(told.geoData) ?? {};
  const people = Array.isArray(told.people) ? told.people : [];
  return {
    takenAt: timeOf(objectOf(told.photoTakenTime)?.timestamp),
    description: typeof told.description === "string" ? told.description : "",
    people: people.flatMap((person) => {
      const name = objectOf(person)?.name;
      return typeof name === "string" ? [name] : [];
    }),
    latitude: numberOf(geo.latitude),
    longitude: numberOf(geo.longitude),
    altitude: numberOf(geo.altitude),
  };
}

function parseObject(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    // That is the answer: it is none.
    return null;
  }
}

function objectOf(value: unknown): Json | null {
  return typeof value === "object" && value !== null ? { ...value } : null;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Seconds, as a text; 0 stands for not known. */
function timeOf(seconds: unknown): number | null {
  const number = typeof seconds === "string" || typeof seconds === "number" ? Number(seconds) : 0;
  return Number.isFinite(number) && number !== 0 ? number * 1000 : null;
}
