import { AkinError } from "../akin-error.js";
import { oneLine } from "../describe-error.js";
import { type DuplicateGroup, findDuplicates, type GroupMember } from "../find-duplicates.js";
import { partDuplicates } from "../part-duplicates.js";
import type { Command } from "./command.js";
import { byteSize, photoCount } from "./result-text.js";

export const duplicates: Command = {
  name: "duplicates",
  summary: "photos that are one, shots of one moment, and which to keep; deletes nothing",
  positionals: { least: 0, most: Number.POSITIVE_INFINITY, name: "[--not <photo> <photo…>]" },
  options: ["out", "not", "quiet", "debug", "json"],
  async run({ positionals, values, options }) {
    checkUsage(positionals, values.not === true);
    if (values.not === true) await partDuplicates(positionals, options.out);
    const groups = findDuplicates(options.out);
    return { json: [{ groups }], text: [...groups.flatMap(groupLines), summaryLine(groups)] };
  },
};

function checkUsage(photos: readonly string[], not: boolean): void {
  if (not && photos.length < 2) {
    throw new AkinError(
      "USAGE",
      "akin duplicates --not needs the photos that are not duplicates: two or more",
    );
  }
  if (!not && photos.length > 0) {
    const message = `akin duplicates takes no "${photos[0]}"; to part photos, say akin duplicates --not <photo> <photo>`;
    throw new AkinError("USAGE", message);
  }
}

function groupLines({ kind, photos, keep }: DuplicateGroup): string[] {
  const heading = kind === "burst" ? "One moment" : "One photo";
  return [
    `${heading}, ${photoCount(photos.length)}:`,
    ...photos.map((photo) => `  ${photo.path === keep ? "keep" : "    "}  ${memberLine(photo)}`),
  ];
}

function memberLine({ path, width, height, fileSize }: GroupMember): string {
  return `${oneLine(path)}  ${width} x ${height}, ${byteSize(fileSize)}`;
}

function summaryLine(groups: readonly DuplicateGroup[]): string {
  const count = (kind: DuplicateGroup["kind"]) =>
    groups.filter((group) => group.kind === kind).length;
  const others = groups.flatMap(({ photos, keep }) => photos.filter(({ path }) => path !== keep));
  const bytes = others.reduce((sum, { fileSize }) => sum + fileSize, 0);
  return (
    `${count("duplicate")} photos with duplicates, ${count("burst")} bursts: ` +
    `${photoCount(others.length)} besides those to keep, ${byteSize(bytes)}.`
  );
}
