import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { fetchSimilarImages, GalleryError, openGallery } from "../../src/index.js";
import { SimilarImages, type SimilarImagesProps, useDatabase } from "../../src/react/index.js";
import "../../src/react/similar-images.css";

const root = createRoot(document.getElementById("root") ?? document.body);
const selected: string[] = [];
const progress: number[] = [];

type PageProps = Pick<SimilarImagesProps, "imagePath" | "gallery"> & {
  links?: boolean;
  select?: boolean;
};

/** What the tests call inside the page. */
const page = {
  openGallery,
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

  showSimilar({ gallery, imagePath, links = false, select = false }: PageProps): void {
    root.render(
      <StrictMode>
        <SimilarImages
          {...(gallery === undefined ? {} : { gallery })}
          imagePath={imagePath}
          {...(links ? { hrefFor: ({ id }: { id: number }) => `#photo-${id}` } : {})}
          {...(select ? { onSelect: ({ path }: { path: string }) => selected.push(path) } : {})}
        />
      </StrictMode>,
    );
  },

  showDatabase(gallery: string): void {
    root.render(
      <StrictMode>
        <DatabaseState gallery={gallery} />
      </StrictMode>,
    );
  },
};

function DatabaseState({ gallery }: { gallery: string }) {
  const [databases, percent, error] = useDatabase(gallery);
  progress.push(percent);
  const state = error?.code ?? (databases === null ? "opening" : "open");
  return <p id="state">{`${state} ${percent}`}</p>;
}

export type PageApi = typeof page;
Object.assign(window, { akin: page });
