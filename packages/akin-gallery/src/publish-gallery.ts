import { AkinError } from "./akin-error.js";
import { buildInfo } from "./database/build-info.js";
import { eraseForgotten } from "./database/erase-forgotten.js";
import { finishBuild } from "./database/finish-build.js";
import { VectorStore } from "./database/vector-store.js";
import type { Effects } from "./effects.js";
import { folderSize } from "./folder-size.js";
import { albumFolder, type OpenGallery, openForReading, openForWriting } from "./open-gallery.js";
import type { AkinOptions } from "./options.js";
import { storeSimilarity } from "./similarity/store-similarity.js";
import { type HostFit, hostFit } from "./site/hosts/host-limits.js";
import { type PublicSummary, summarisePublic } from "./site/public-summary.js";
import { publishSite } from "./site/publish-site.js";
import { resizeAlbum } from "./stages.js";
import { refreshAutoTags } from "./words/store-auto-tags.js";

/** What was published: the object that `akin site --json` prints. */
export interface PublishReport {
  /** Its folder. */
  site: string;
  bytes: number;
  files: number;
  /** What of the album it tells. */
  public: PublicSummary;
  /** On which of the common free hosts it fits. */
  hosts: HostFit;
}

/**
 * Writes site/ from the databases, making the web sizes that are missing.
 * @throws AkinError `NO_GALLERY` where there is none, `UNFINISHED` if the databases are not of one finished build
 */
export async function publishGallery(
  options: AkinOptions,
  effects: Effects,
): Promise<PublishReport> {
  openForReading(options.out).database.close();
  const gallery = openForWriting(options.out);
  try {
    const store = VectorStore.open(gallery.paths.vectors);
    try {
      refuseUnfinished(gallery, store);
      const album = albumFolder(gallery.database);
      await resizeAlbum(gallery, album, effects);
      dropFailedPhotos(gallery, store);
      // Also because the owner may have said meanwhile what is no duplicate.
      await storeSimilarity(gallery.database, store, album, effects);
      await refreshAutoTags(gallery.database, store, effects);
      finishBuild(gallery.database, store);
      await publishSite(gallery, store, album, options, effects);
      eraseForgotten(gallery.database, store);
    } finally {
      store.close();
    }
    const { site } = gallery.paths;
    const size = folderSize(site);
    const told = summarisePublic(gallery.database, options, size);
    return { site, bytes: size.bytes, files: size.files, public: told, hosts: hostFit(size) };
  } finally {
    gallery.close();
  }
}

function refuseUnfinished({ database, paths }: OpenGallery, store: VectorStore): void {
  const id = buildInfo(database, "build_id");
  if (id === undefined || store.config("build_id") !== id) {
    throw new AkinError(
      "UNFINISHED",
      `database.db and vectors.db in ${paths.root} are not of one finished build; run akin embed, or akin build`,
    );
  }
}

/** A photo that could not be resized has left `images`: its vector and its look follow. */
function dropFailedPhotos({ database }: OpenGallery, store: VectorStore): void {
  if (buildInfo(database, "build_id") !== undefined) return;
  const ids = new Set(
    database
      .prepare("SELECT id FROM images")
      .all()
      .map((row) => Number(row.id)),
  );
  const isGone = (id: number) => !ids.has(id);
  store.write([], [...store.records().keys()].filter(isGone));
  store.looks.write([], [...store.looks.contents().keys()].filter(isGone));
}
