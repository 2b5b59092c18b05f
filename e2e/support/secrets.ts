import { createHash } from "node:crypto";

/** Stands in all marks, so that what has none is passed over at once. */
const COMMON = "zqxjvwkq";

/** Letters of a mark that are looked for; indexes of words may leave out the first ones of each. */
const SOUGHT = 16;

/**
 * Marks that stand in what is given to the command, and must or must not stand in what it makes: words of twenty letters
 * that no language has, and numbers. They are found in any case, in UTF-8 and UTF-16, in Base64, and as bytes.
 */
export class Secrets {
  private readonly marks = new Map<string, string>();
  private readonly numbers = new Map<string, Buffer[]>();

  /** A mark for something; the same one for the same name. */
  word(name: string): string {
    const digest = createHash("sha256").update(name).digest();
    const letters = String.fromCharCode(...digest.map((byte) => 97 + (byte % 26)));
    const mark = letters.slice(0, 4) + COMMON + letters.slice(4, 12);
    this.marks.set(name, mark);
    return mark;
  }

  /** A number that must not be found as a double, a float, an integer of millionths, or by its digits. */
  number(name: string, value: number): void {
    const both = (bytes: Buffer) => [bytes, Buffer.from(bytes).reverse()];
    const millionths = [1e5, 1e6, 1e7].map((unit) => Math.round(value * unit));
    this.numbers.set(name, [
      ...both(Buffer.from(Float64Array.of(value).buffer)),
      ...both(Buffer.from(Float32Array.of(value).buffer)),
      ...millionths.flatMap((integer) => both(Buffer.from(Int32Array.of(integer).buffer))),
      Buffer.from(String(value).slice(0, -1)),
    ]);
  }

  /** The names of all marks that are in some bytes. */
  foundIn(bytes: Buffer): string[] {
    const text = bytes.toString("latin1");
    const folded = text.toLowerCase();
    const isIn = (word: string) =>
      folded.includes(word) ||
      // UTF-16, whichever byte comes first.
      folded.includes([...word].join("\0")) ||
      folded.includes(Buffer.from(word).toString("hex")) ||
      inBase64(word).some((part) => text.includes(part));
    const words = isIn(COMMON)
      ? [...this.marks].filter(([, mark]) => isIn(mark.slice(-SOUGHT)))
      : [];
    const numbers = [...this.numbers].filter(([, forms]) =>
      forms.some((form) => bytes.includes(form)),
    );
    return [...words, ...numbers].map(([name]) => name);
  }
}

/** What of a text's Base64 does not depend on what stands around it, at each of the three places it can begin. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.from("\0".repeat(before) + text).toString("base64");
    return whole.slice(Math.ceil((before * 8) / 6), -4);
  });
}
