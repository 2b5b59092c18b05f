import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { describeSize } from "../text/measures.js";
import { Fact } from "./fact.js";
import { photosWith } from "./photos-with.js";

export function FileFact({
  card: { path, filename, width, height, media, fileSize },
}: {
  card: Card;
}) {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const lines = [filename, photosWith(folder, { folder }), describeSize(width, height, fileSize)];
  if (media !== "photo") lines.push(strings.shownOf[media]);
  return <Fact icon="file" label={strings.file} lines={lines} />;
}
