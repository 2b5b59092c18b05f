/** `2024-05-17`, `2024_05_17`, `20240517`. */
const DATE = /(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;

/** Letters, and a number after a sign between: `IMG_2041`, `iPhone 15`, `X-T5`. */
const NUMBERED = /(\p{L}+)[-_. ](\p{L}?\d+\p{L}*)/gu;

/** What a run of letters and digits is made of: `DSC02041`, `RomeTrip`. */
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?(?:(?!\p{Lu})\p{L})+|\d+/gu;

/**
 * What names of files, folders and cameras are also found by, as people type them: the parts of words, numbers without
 * the zeros before them, letters and their number as one word, and dates in either form.
 */
export function nameWords(name: string): string {
  const plain = name.normalize("NFKC");
  const words = [...plain.matchAll(/[\p{L}\d]+/gu)].flatMap(([word]) => {
    const parts = word.match(PARTS) ?? [];
    return parts.length > 1
      ? [parts.join(" "), ...parts.flatMap(withoutZeros)]
      : withoutZeros(word);
  });
  const numbered = [...plain.matchAll(NUMBERED)].map(
    ([, letters, number]) => `${letters}${number}`,
  );
  const dates = [...plain.matchAll(DATE)].map(([, year, sign, month, day]) =>
    sign === "" ? `${year} ${month} ${day}` : `${year}${month}${day}`,
  );
  return [...new Set([plain, ...words, ...numbered, ...dates])].join("\n");
}

/** Of numbers as counters are written; `05` is a month or a day. */
function withoutZeros(word: string): string[] {
  return /^0+[1-9]\d*$/.test(word) && word.length > 2 ? [word.replace(/^0+/, "")] : [];
}
