import { expect, test } from "vitest";
import { colourName } from "../src/similarity/colours/colour-name.js";
import { colourShares } from "../src/similarity/colours/colour-shares.js";
import { mainColours } from "../src/similarity/colours/main-colours.js";
import { oklch } from "../src/similarity/colours/oklch.js";

test("OKLCH is Ottosson's", () => {
  const [lightness, chroma, hue] = oklch(255, 0, 0);
  expect(lightness).toBeCloseTo(0.628, 3);
  expect(chroma).toBeCloseTo(0.2577, 3);
  expect(hue).toBeCloseTo(29.23, 1);
  expect(oklch(255, 255, 255)[0]).toBeCloseTo(1, 3);
});

/** CSS's own names, and what people call them. */
const NAMED = {
  red: "ff0000 8b0000 dc143c ff6347 a52a2a",
  orange: "ffa500 ff8c00 ff7f50",
  yellow: "ffff00 ffd700 f0e68c",
  green: "008000 00ff00 228b22 6b8e23 808000 98ff98",
  turquoise: "40e0d0 00ffff 008080",
  blue: "0000ff 000080 4169e1 87ceeb 4682b4",
  purple: "800080 4b0082",
  pink: "ffc0cb ff69b4 ff1493 ee82ee",
  brown: "8b4513 a0522d d2b48c",
  black: "000000 101828",
  grey: "808080 c0c0c0 696969 708090",
  white: "ffffff fffafa f5f5dc e6e6fa",
};

test.each(Object.entries(NAMED))("%s", (name, values) => {
  for (const value of values.split(" ")) {
    const [red = 0, green = 0, blue = 0] = Buffer.from(value, "hex");
    expect(`${value} ${colourName(...oklch(red, green, blue))}`).toBe(`${value} ${name}`);
  }
});

test("a colour is a main one if it covers enough; backgrounds must cover more", () => {
  const picture = (...parts: [count: number, hex: string][]) =>
    Buffer.from(parts.map(([count, hex]) => hex.repeat(count)).join(""), "hex");
  const red = "ff0000";
  const grey = "808080";
  const blue = "0000ff";
  const shares = colourShares(picture([11, red], [39, grey], [50, blue]));
  expect([...shares]).toEqual([28, 0, 0, 0, 0, 128, 0, 0, 0, 0, 99, 0]);
  expect(mainColours(shares)).toEqual(["red", "blue"]);
  expect(mainColours(colourShares(picture([9, red], [45, grey], [46, blue])))).toEqual([
    "blue",
    "grey",
  ]);
  expect(mainColours(new Uint8Array())).toEqual([]);
});
