import { posix } from "node:path";

/** What Google Takeout puts behind a photo's name since 2024. */
const SUFFIX = ".supplemental-metadata";

/** Where Takeout cuts a name, before `.json`; what it counts has changed over the years. */
const LEAST_CUT = 45;
const MOST_CUT = 47;

/** What Google Photos adds to the name of an edited copy, in the languages of its accounts. */
const EDITED =
  /-(edited|bearbeitet|modifié|editado|ha editado|editada|modificato|bewerkt|edytowane|redigeret|redigerad|redigert|muokattu|編集済み|수정됨|已修改|измененный)$/;

/** An edited copy may be of another format than its original. */
const ORIGINALS = [".jpg", ".jpeg", ".heic", ".png", ".webp"];

/**
 * The names, without `.json`, that Google Takeout may have given to what it tells of a photo, the likeliest first:
 * `a.jpg`, `a.jpg.supplemental-metadata` and what is left of it where it was cut, `a.jpg(1)` for `a(1).jpg`, and the
 * original's for `a-edited.jpg`.
 * @param name of the photo, in lower case
 */
export function takeoutNames(name: string): string[] {
  const extension = posix.extname(name);
  const stem = name.slice(0, name.length - extension.length);
  const [, plain = stem, copy = ""] = /^(.*?)(\(\d+\))?$/s.exec(stem) ?? [];
  const original = plain.replace(EDITED, "");
  const names = [...cutNames(plain + extension, copy)];
  if (copy !== "") names.push(...cutNames(name, ""));
  if (original !== plain) {
    for (const other of new Set([extension, ...ORIGINALS])) {
      names.push(...cutNames(original + other, copy));
    }
  }
  return names;
}

/** All of a name and its suffix that may be left of it, the longest first, and the number of a copy behind. */
function* cutNames(name: string, copy: string): Generator<string> {
  const whole = name + SUFFIX;
  for (let length = whole.length; length >= name.length; length--) {
    yield whole.slice(0, length) + copy;
  }
  for (let length = name.length - 1; length > 0; length--) {
    const cut = name.slice(0, length);
    if (isCutLength(cut.length) || isCutLength(Buffer.byteLength(cut))) yield cut + copy;
  }
}

function isCutLength(length: number): boolean {
  return length >= LEAST_CUT && length <= MOST_CUT;
}
