import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describeError } from "../describe-error.js";
import { dataContent } from "./data-content.js";
import type { DataFolder } from "./site-folder.js";

/** Reads the files of a site, and notes what is missing or damaged. */
export class SiteReader {
  /** One line each. */
  readonly problems: string[] = [];

  constructor(private readonly site: string) {}

  /** The path of a file or folder on this computer. */
  file(path: string): string {
    return join(this.site, path);
  }

  /** @returns the stored bytes; undefined, and a problem, if they can't be read */
  async read(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.file(path));
    } catch (error) {
      this.problems.push(`${path} can't be read: ${describeError(error)}`);
      return undefined;
    }
  }

  /** @returns the content before compression, and the size as stored, of a file that is what its name says */
  async readData(
    folder: DataFolder,
    name: string,
  ): Promise<{ content: Buffer; storedBytes: number } | undefined> {
    const path = `data/${folder}/${name}`;
    const stored = await this.read(path);
    if (!stored) return undefined;
    const content = dataContent(stored, name);
    if (content) return { content, storedBytes: stored.length };
    this.problems.push(`${path} is damaged: its content is not what its name says`);
    return undefined;
  }

  async readJson<T>(folder: DataFolder, name: string): Promise<T | undefined> {
    const file = await this.readData(folder, name);
    return file && JSON.parse(file.content.toString());
  }

  async exists(path: string, notEmpty: boolean): Promise<void> {
    try {
      const { size } = await stat(this.file(path));
      if (notEmpty && size === 0) this.problems.push(`${path} is empty`);
    } catch (error) {
      this.problems.push(`${path} can't be read: ${describeError(error)}`);
    }
  }

  /** Notes a number that is not what the manifest says. */
  compare(what: string, found: number, expected: number): void {
    if (found !== expected) {
      this.problems.push(`${what}: found ${found}, the manifest says ${expected}`);
    }
  }
}
