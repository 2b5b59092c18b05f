import type { AlbumFolder } from "akin-browser";

/** The folders directly in one; of the empty path those of the album itself. */
export function foldersIn(folders: readonly AlbumFolder[], path: string): AlbumFolder[] {
  const start = path === "" ? "" : `${path}/`;
  return folders.filter(
    (folder) => folder.path.startsWith(start) && !folder.path.includes("/", start.length),
  );
}

/** The folders to begin with: a folder that is the only one, and holds nothing but folders, is stepped over. */
export function outermostFolders(folders: readonly AlbumFolder[]): AlbumFolder[] {
  for (let shown = foldersIn(folders, ""); ; ) {
    const [only] = shown;
    if (shown.length !== 1 || only === undefined) return shown;
    const below = foldersIn(folders, only.path);
    const inFolders = below.reduce((sum, { photos }) => sum + photos, 0);
    if (below.length === 0 || inFolders < only.photos) return shown;
    shown = below;
  }
}
