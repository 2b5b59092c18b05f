/**
 * How many letters have to be inserted, deleted, replaced or swapped with the next one to make one word of another: the
 * optimal string alignment distance (Damerau 1964; Boytsov 2011, "Indexing methods for approximate dictionary searching").
 *
 * @returns the distance, or more than `most` as soon as it can't be less
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const width = b.length + 1;
  let before = new Uint8Array(width);
  let above = Uint8Array.from({ length: width }, (_, index) => index);
  let row = new Uint8Array(width);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + Number(!same),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (before[j - 2] ?? 0) + 1);
      }
      row[j] = distance;
      if (distance < least) least = distance;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return above[b.length] ?? 0;
}
