import type { AlbumLayout, ChapterBox } from "./album-layout.js";
import type { TileBox } from "./day-layout.js";

/** Tiles at one height, whatever days they belong to. */
export interface Line {
  /** Pixels, from the top of the grid. */
  top: number;
  height: number;
  /** With `left` from the left edge of the grid. */
  tiles: TileBox[];
}

/** The rows of the album as the eye sees them. */
export function linesOf({ chapters }: AlbumLayout): Line[] {
  return chapters.flatMap(linesOfChapter);
}

export function linesOfChapter({ top, layout }: ChapterBox): Line[] {
  const lines: Line[] = [];
  for (const day of layout.days) {
    for (const row of day.rows) {
      const tiles = row.tiles.map((tile) => ({ ...tile, left: tile.left + day.left }));
      const line = { top: top + day.top + row.top, height: row.height, tiles };
      const last = lines.at(-1);
      if (last?.top === line.top) last.tiles.push(...tiles);
      else lines.push(line);
    }
  }
  return lines;
}

export interface PlacedTile {
  line: Line;
  tile: TileBox;
}

export function findTile(layout: AlbumLayout, id: number): PlacedTile | undefined {
  for (const chapter of layout.chapters) {
    const has = chapter.layout.days.some((day) =>
      day.rows.some((row) => row.tiles.some((tile) => tile.photo.id === id)),
    );
    if (!has) continue;
    for (const line of linesOfChapter(chapter)) {
      const tile = line.tiles.find((each) => each.photo.id === id);
      if (tile !== undefined) return { line, tile };
    }
  }
  return undefined;
}
