import { COLOURS, type Colour } from "akin-browser/format";

/** How much of a photo these must cover to be one of its main colours: they are what other things stand before. */
const BACKGROUNDS: Partial<Record<Colour, number>> = {
  brown: 0.2,
  black: 0.3,
  grey: 0.4,
  white: 0.25,
};

/** How much the others must cover. */
const LEAST = 0.1;

/** The colours that cover enough of a photo. @param shares of `colourShares` */
export function mainColours(shares: Uint8Array): Colour[] {
  return COLOURS.filter(
    (colour, index) => (shares[index] ?? 0) >= 255 * (BACKGROUNDS[colour] ?? LEAST),
  );
}
