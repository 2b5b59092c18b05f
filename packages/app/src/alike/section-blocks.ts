import { useEffect, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { BlockOrder } from "../album/block-order.js";
import { type BlockSource, GridBlocks } from "../album/grid-blocks.js";
import type { GroupPhotos } from "../layout/group-by-day.js";
import { strings } from "../strings.js";
import type { Section } from "./sections.js";

export interface SectionBlocks {
  blocks: GridBlocks;
  group: GroupPhotos;
  list: BlockOrder;
}

/** Sections as the grid takes them; the ones of before until they are ready, so that nothing flickers. */
export function useSectionBlocks(sections: readonly Section[] | null): SectionBlocks | null {
  const album = useAlbum();
  const [shown, setShown] = useState<SectionBlocks | null>(null);
  useEffect(() => {
    if (sections === null) return;
    let isCurrent = true;
    for (const { photos } of sections) for (const { photo } of photos) album.remember(photo);
    const source = sourceOf(sections);
    const blocks = new GridBlocks(source, album.changed.notice);
    const names = source.timeline.flatMap((month) => month.blocks.map(({ name }) => name));
    void blocks.loadAll(names).then(() => {
      if (isCurrent) setShown({ blocks, group: groupOf(sections), list: new BlockOrder(blocks) });
    });
    return () => {
      isCurrent = false;
    };
  }, [album, sections]);
  return shown;
}

/** A block for each section. Its name tells the number of photos: a place in it means another one when there are more. */
function sourceOf(sections: readonly Section[]): BlockSource {
  const named = sections.map((section) => ({
    name: `${section.name}-${section.photos.length}`,
    photos: section.photos.map(({ photo }) => photo),
  }));
  return {
    timeline: named.map(({ name, photos: { length: photos } }) => ({
      month: null,
      photos,
      blocks: [{ name, photos }],
    })),
    fetch: async (block) => named.find(({ name }) => name === block)?.photos ?? [],
  };
}

function groupOf(sections: readonly Section[]): GroupPhotos {
  return (photos) => {
    const first = photos[0]?.id;
    const section = sections.find((each) => each.photos.some(({ photo }) => photo.id === first));
    if (section === undefined) return [];
    return [{ day: null, title: strings.alike.sections[section.name], photos: [...photos] }];
  };
}
