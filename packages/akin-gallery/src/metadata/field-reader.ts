import { exifFraction, exifInteger, exifText } from "./files/tag-values.js";
import type { Sources } from "./sources.js";
import { cleanName } from "./texts/clean-text.js";
import { xmpNumber, xmpText } from "./xmp/xmp-values.js";

/** Where a field stands in each kind of source. */
interface Names {
  exif?: readonly string[];
  xmp?: readonly string[];
  film?: readonly string[];
}

/** Reads one field after another, each by EXIF, or else by XMP, the XMP sidecar, a film's own. */
export class FieldReader {
  constructor(private readonly sources: Sources) {}

  /** A text on one line. */
  name({ exif = [], xmp = [], film = [] }: Names): string | undefined {
    const { sources } = this;
    const texts = [
      ...exif.map((name) => exifText(sources.exif, name)),
      ...[sources.xmp, sources.sidecar].flatMap((from) => xmp.map((name) => xmpText(from, name))),
      ...film.map((name) => sources.film?.texts.get(name)),
    ];
    return texts.map((text) => cleanName(text)).find((text) => text !== undefined);
  }

  /** A fraction, to 6 digits: 1/75 s has no end as a decimal. */
  fraction(names: Names, least: number, most: number): number | undefined {
    return this.number(exifFraction, names, least, most);
  }

  integer(names: Names, least: number, most: number): number | undefined {
    return this.number(exifInteger, names, least, most);
  }

  private number(
    read: typeof exifFraction,
    { exif = [], xmp = [] }: Names,
    least: number,
    most: number,
  ): number | undefined {
    const { sources } = this;
    for (const name of exif) {
      const value = this.within(read(sources.exif, name), `EXIF ${name}`, least, most);
      if (value !== undefined) return value;
    }
    for (const from of [sources.xmp, sources.sidecar]) {
      for (const name of xmp) {
        const value = this.within(xmpNumber(from, name), `XMP ${name}`, least, most);
        if (value !== undefined) return value;
      }
    }
    return undefined;
  }

  private within(
    value: number | undefined,
    what: string,
    least: number,
    most: number,
  ): number | undefined {
    if (value === undefined) return undefined;
    if (value >= least && value <= most) return Number(value.toPrecision(6)) + 0;
    // Cameras write 0 for what they don't know.
    if (value !== 0) this.sources.notes.add(`${what}: ${value} can't be`);
    return undefined;
  }
}
