import { join } from "node:path";
import { buildGallery } from "../build-gallery.js";
import type { BuildReport } from "../build-report.js";
import { galleryPaths } from "../gallery-paths.js";
import { hostLine } from "../site/hosts/host-limits.js";
import { benchmarkFirst } from "./build-benchmark.js";
import type { Command } from "./command.js";
import { BUILD_OPTIONS } from "./command-options.js";
import { publicLines } from "./public-lines.js";
import { byteSize, failureLines, photoCount } from "./result-text.js";
import { duration } from "./terminal-effects.js";

export const build: Command = {
  name: "build",
  summary: "build a gallery from a folder of photos, or bring one up to date",
  positionals: { least: 1, most: 1, name: "<photos>" },
  options: [...BUILD_OPTIONS, "benchmark"],
  async run(input) {
    const {
      positionals: [photos = ""],
      values,
      options,
      effects,
    } = input;
    if (values.benchmark === true) await benchmarkFirst(input);
    const report = await buildGallery(photos, options, effects);
    const failed = report.photos.failed > 0;
    return {
      json: [report],
      text: reportLines(report, galleryPaths(options.out).root),
      exitCode: values.strict === true && failed ? 3 : 0,
    };
  },
};

function reportLines(report: BuildReport, root: string): string[] {
  const { photos, embedding, bytes } = report;
  const published = photos.found - photos.failed - photos.private;
  return [
    ...failureLines(report.failures),
    `${photoCount(published)}: ${photos.added} new, ${photos.updated} changed, ${photos.unchanged} as before, ` +
      `${photos.removed} gone, ${photos.failed} left out, ${photos.private} private. ${duration(report.seconds)}, ${report.peakMemoryMb} MB of memory.`,
    `Model: ${embedding.model}, ${embedding.dimensions} dimensions, ${photoCount(embedding.processed)} embedded${rate(embedding)}.`,
    `Time: ${report.stages.map(({ name, seconds }) => `${name} ${duration(seconds)}`).join(", ")}.`,
    ...report.recommendations,
    ...publicLines(report.public),
    hostLine(report.hosts),
    `Site: ${join(root, "site")} (${byteSize(bytes.site)}). Look at it with: akin serve --out ${root}`,
  ];
}

function rate({ processed, imagesPerSecond }: BuildReport["embedding"]): string {
  return processed === 0 ? "" : `, ${imagesPerSecond} a second`;
}
