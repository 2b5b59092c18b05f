import { folderTags } from "./folder-tags.js";
import type { PhotoMetadata } from "./photo-metadata.js";

/** What a photo's place in the album and on the disk may tell of it. */
export interface FromFiles {
  /** Names of folders are tags. Default false. */
  tagsFromFolders: boolean;
  /** Where nothing else tells when a photo was taken, its file's time does. Default false. */
  datesFromFiles: boolean;
}

/** Adds to what a photo tells what its path and its file's time tell. */
export function completeMetadata(
  metadata: PhotoMetadata,
  { path, modifiedAt }: { path: string; modifiedAt: number },
  { tagsFromFolders, datesFromFiles }: FromFiles,
): PhotoMetadata {
  const tags = tagsFromFolders ? [...metadata.tags, ...folderTags(path)] : metadata.tags;
  const fileTime = datesFromFiles ? timeOfFile(modifiedAt) : null;
  return { ...metadata, tags: [...new Set(tags)], takenAt: metadata.takenAt ?? fileTime };
}

/** In Greenwich's time, so that it is the same on every computer. */
function timeOfFile(modifiedAt: number): string {
  return new Date(modifiedAt).toISOString().replace(/\.\d+Z$/, "+00:00");
}

/** Changes with what files tell: photos are read again then. */
export function filesFingerprint({ tagsFromFolders, datesFromFiles }: FromFiles): string {
  return `${tagsFromFolders ? "t" : ""}${datesFromFiles ? "d" : ""}`;
}
