import type { GridBlock } from "../format/grid-block.js";
import type { Manifest } from "../format/manifest.js";
import type { GridPhoto } from "../grid-photo.js";

interface PlacedBlock {
  name: string;
  /** Position of its newest photo, which comes first in it. */
  newest: number;
  photos: number;
}

/**
 * Finds photos by position in the blocks of the grid: how many photos each has tells which block it is.
 */
export class PhotosAt {
  /** The newest first. */
  readonly #blocks: PlacedBlock[] = [];

  constructor({ timeline, photos }: Pick<Manifest, "timeline" | "photos">) {
    let newest = photos;
    for (const { blocks } of timeline) {
      for (const block of blocks) {
        this.#blocks.push({ ...block, newest });
        newest -= block.photos;
      }
    }
  }

  /**
   * @param read gets a block by its name
   * @returns the photos in the order of `positions`; what is no position is left out
   */
  async get(
    positions: Iterable<number>,
    read: (name: string) => Promise<GridBlock>,
  ): Promise<GridPhoto[]> {
    const wanted = [...positions].flatMap((position) => {
      const block = this.#blockOf(position);
      return block === undefined ? [] : [{ position, block }];
    });
    const names = [...new Set(wanted.map(({ block }) => block.name))];
    const contents = await Promise.all(names.map(read));
    const byName = new Map(names.map((name, index) => [name, contents[index]]));
    return wanted.flatMap(({ position, block }) => {
      const content = byName.get(block.name);
      return content === undefined ? [] : photoOf(content, block.newest - position, position);
    });
  }

  #blockOf(position: number): PlacedBlock | undefined {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { newest = 0, photos = 0 } = this.#blocks[middle] ?? {};
      if (position > newest - photos) high = middle;
      else low = middle + 1;
    }
    const block = this.#blocks[low];
    return Number.isInteger(position) && block && position <= block.newest ? block : undefined;
  }
}

function photoOf(block: GridBlock, at: number, position: number): GridPhoto[] {
  const [id, width, height] = [block.ids[at], block.widths[at], block.heights[at]];
  const [image, placeholder, label] = [block.images[at], block.placeholders[at], block.labels[at]];
  if (id === undefined || width === undefined || height === undefined) return [];
  if (image === undefined || placeholder === undefined || label === undefined) return [];
  const takenAt = block.takenAt[at] ?? null;
  const media = block.media[at] ?? "photo";
  return [{ id, position, width, height, media, takenAt, placeholder, image, label }];
}
