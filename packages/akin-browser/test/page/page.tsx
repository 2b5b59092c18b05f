import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import {
  fetchSimilarImages,
  GalleryError,
  openDatabases,
  openGallery,
  type SimilarPhoto,
} from "../../src/index.js";
import { SimilarImages, type SimilarImagesProps, useDatabase } from "../../src/react/index.js";
import "akin-browser/react/similar-images.css";

const root = createRoot(document.getElementById("root") ?? document.body);
const selected: string[] = [];
const progress: number[] = [];

type PageProps = Pick<SimilarImagesProps, "imagePath" | "gallery" | "sizes"> & {
  links?: boolean;
  select?: boolean;
  /** Draws the photos by `renderImage`. */
  drawn?: boolean;
};

type DatabaseSource = NonNullable<Parameters<typeof useDatabase>[0]>;

/** What the tests call inside the page. */
const page = {
  openGallery,
  openDatabases,
  fetchSimilarImages,
  selected,
  progress,

  /** The error's code and message, so that they can cross to the test. */
  async failure(promise: Promise<unknown>): Promise<string> {
    try {
      return `no failure: ${JSON.stringify(await promise)}`;
    } catch (error) {
      if (error instanceof GalleryError) return `${error.code}: ${error.message}`;
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  },

  showSimilar({ gallery, imagePath, sizes, links, select, drawn }: PageProps): void {
    root.render(
      <StrictMode>
        <SimilarImages
          {...(gallery === undefined ? {} : { gallery })}
          imagePath={imagePath}
          {...(links ? { hrefFor: ({ id }: { id: number }) => `#photo-${id}` } : {})}
          {...(select ? { onSelect } : {})}
          {...(drawn ? { renderImage: (photo, rank) => <i>{`${rank}: ${photo.path}`}</i> } : {})}
          sizes={sizes}
        />
      </StrictMode>,
    );
  },

  showDatabase(source: DatabaseSource): void {
    root.render(
      <StrictMode>
        <DatabaseState source={source} />
      </StrictMode>,
    );
  },
};

function onSelect({ path }: SimilarPhoto, tile: HTMLElement): void {
  selected.push(path);
  tile.dataset.selected = "";
}

function DatabaseState({ source }: { source: DatabaseSource }) {
  const [databases, percent, error] = useDatabase(source);
  progress.push(percent);
  const state = error?.code ?? (databases === null ? "opening" : "open");
  return <p id="state">{`${state} ${percent}`}</p>;
}

export type PageApi = typeof page;
Object.assign(window, { akin: page });
