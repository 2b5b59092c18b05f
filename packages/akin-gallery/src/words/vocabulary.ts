import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AkinError } from "../akin-error.js";
import { describeError } from "../describe-error.js";

/** Written for Akin: the words of everyday photos. */
const EVERYDAY = fileURLToPath(new URL("../../vocabulary.txt", import.meta.url));

/** What the model is told of each word. */
export type Vocabulary = ReadonlyMap<string, string>;

/**
 * The words that photos can have as automatic tags: Akin's own, and those of a file of the owner's. One a line; `#` begins
 * a comment, `[category]` a group; what stands behind `=` is what the model is told instead of the word; `-word` leaves a
 * word out.
 *
 * @param file of the owner's, null for none
 * @throws AkinError NOT_FOUND if it can't be read, USAGE if a line is of no use
 */
export function readVocabulary(file: string | null): Vocabulary {
  const words = new Map<string, string>();
  addWords(words, EVERYDAY);
  if (file !== null) addWords(words, file);
  return words;
}

function addWords(words: Map<string, string>, file: string): void {
  for (const [index, line] of linesOf(file).entries()) {
    const text = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .normalize("NFC");
    if (text === "" || /^\[.*\]$/.test(text)) continue;
    const [, minus, word = "", prompt = word] =
      /^(-?)\s*([^=]+?)\s*(?:=\s*(.+))?$/.exec(text) ?? [];
    if (word === "") {
      const expected = 'expected a word, "word = what the model is told", or "-word"';
      throw new AkinError("USAGE", `${file}, line ${index + 1}: ${expected}, not "${text}"`);
    }
    if (minus) words.delete(word);
    else words.set(word, prompt);
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/);
  } catch (error) {
    const message = `the vocabulary ${file} can't be read: ${describeError(error)}`;
    throw new AkinError("NOT_FOUND", message, { cause: error });
  }
}
