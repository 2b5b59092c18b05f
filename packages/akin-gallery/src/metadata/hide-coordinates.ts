import type { PhotoMetadata } from "./photo-metadata.js";

/** `48.858370`: three decimals are a hundred metres. */
const DECIMAL = String.raw`[-+\u2212]?\d{1,3}[.]\d{3,}`;

/** `48.858370, 2.294481`, also with degree signs and the letters of directions. */
const PAIR = new RegExp(
  String.raw`(?<![\d.])(${DECIMAL})(\s*°?\s*[NS]?\s*[,;/ ]\s*)(${DECIMAL})(?![\d.])`,
  "gi",
);

const NUMBER = new RegExp(String.raw`(?<![\d.])${DECIMAL}(?![\d.])`, "g");

/** `48°51'30.2"`, `48° 51.503'`: minutes are 2 km, what is behind them is less. */
const MINUTES =
  /(\d{1,3}\s*°\s*\d{1,2})([.]\d+)?(\s*['’′])(\s*\d{1,2}([.]\d+)?\s*(?:["”″]|['’′]{2}))?/g;

/** Flickr's and others' keywords. */
const MACHINE_TAG = /^geo:?(lat|lon|lng|alt|point|hash)\w*\s*[=:]/i;

/** In place of what is removed. */
const REMOVED = "…";

type Texts = Pick<PhotoMetadata, "title" | "description" | "tags">;

/**
 * Makes the coordinates in a photo's texts as coarse as its own, or removes them.
 * @param policy `coarse` or `strip`
 */
export function hideCoordinates(photo: PhotoMetadata, policy: "coarse" | "strip"): Texts {
  const hide = (text: string) => hideIn(text, photo, policy);
  return {
    title: photo.title && hide(photo.title),
    description: photo.description && hide(photo.description),
    tags: photo.tags.filter((tag) => !MACHINE_TAG.test(tag)).map(hide),
  };
}

function hideIn(text: string, { latitude, longitude }: PhotoMetadata, policy: string): string {
  const coarse = policy === "coarse";
  const rounded = (number: string) => Number(number.replace("\u2212", "-")).toFixed(2);
  const isOwn = (number: string) =>
    [latitude, longitude].some(
      (own) => own !== null && Math.abs(Math.abs(own) - Math.abs(Number(rounded(number)))) < 0.02,
    );
  return text
    .replace(PAIR, (_, north: string, between: string, east: string) =>
      coarse ? `${rounded(north)}${between}${rounded(east)}` : REMOVED,
    )
    .replace(NUMBER, (number) => {
      if (!isOwn(number)) return number;
      return coarse ? rounded(number) : REMOVED;
    })
    .replace(MINUTES, (_, whole: string, _fraction, sign: string) =>
      coarse ? `${whole}${sign}` : REMOVED,
    );
}
