import { writeWhole } from "../whole-io.js";
import { isLockPage } from "./page-format.js";

/** Writes the pages of a SQLite file. */
export class PageWriter {
  #next: number;

  /** @param reserved pages from the first on whose numbers are known, and which `put` writes */
  constructor(
    private readonly handle: number,
    readonly pageSize: number,
    reserved: number,
  ) {
    this.#next = reserved + 1;
  }

  /** How many pages the file has. */
  get pages(): number {
    return this.#next - 1;
  }

  /** @returns the number of the new page */
  add(page: Buffer): number {
    if (isLockPage(this.#next, this.pageSize)) this.#next += 1;
    const number = this.#next;
    this.#next += 1;
    this.put(number, page);
    return number;
  }

  put(number: number, page: Buffer): void {
    writeWhole(this.handle, page, (number - 1) * this.pageSize);
  }
}
