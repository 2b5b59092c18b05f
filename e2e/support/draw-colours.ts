import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const COLOURS = { stone: "#7b7568", grass: "#3fae49", tomato: "#d8321f", "blue-lake": "#2456c8" };

/** Forty photos of about one colour each, named by what they show, and one that is named after a colour it has not. */
export async function drawColours(album: string): Promise<void> {
  await mkdir(album, { recursive: true });
  for (const [name, colour] of Object.entries(COLOURS)) {
    for (let i = 0; i < (name === "stone" ? 28 : 4); i++) {
      await drawColour(join(album, `${name}-${i}.jpg`), varied(colour, i));
    }
  }
  await drawColour(join(album, "red.jpg"), COLOURS.stone);
}

async function drawColour(file: string, background: string): Promise<void> {
  await sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .jpeg()
    .toFile(file);
}

/** The same for the same number. */
function varied(colour: string, by: number): string {
  const channels = [1, 3, 5].map((at, i) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return value + (((by + 1) * (2 + 3 * i)) % 11) - 5;
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
