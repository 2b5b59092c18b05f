const MOST_NOTES = 12;
const MOST_LETTERS = 200;

/** Collects what of a photo's metadata could not be read or was not believed: each once, a few of them. */
export class Notes {
  private readonly texts = new Set<string>();

  add(text: string): void {
    const line = text.replace(/[\p{Cc}\s]+/gu, " ").trim();
    if (this.texts.size < MOST_NOTES) this.texts.add([...line].slice(0, MOST_LETTERS).join(""));
  }

  get list(): string[] {
    return [...this.texts];
  }
}
