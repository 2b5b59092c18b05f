import { type MouseEvent, memo, use } from "react";
import type { TileBox } from "../layout/day-layout.js";
import { isPlainClick } from "../navigation/is-plain-click.js";
import { navigation } from "../navigation/navigation.js";
import { photoHref } from "../navigation/photo-href.js";
import { MediaBadge } from "../picture/media-badge.js";
import { Picture } from "../picture/picture.js";
import { SelectMark } from "../selection/select-mark.js";
import { useIsSelected } from "../selection/selection.js";
import { photoName } from "../text/photo-name.js";
import styles from "./tile.module.css";
import { TileActions } from "./tile-actions.js";

interface TileProps {
  box: TileBox;
  /** Whether the Tab key stops here: at one tile of the grid only, the arrow keys go on from it. */
  tabStop: boolean;
}

export const Tile = memo(function Tile({ box: { photo, width }, tabStop }: TileProps) {
  const Actions = use(TileActions);
  const isSelected = useIsSelected(photo.id);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.openPhoto(photo.id, event.currentTarget);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be laid out like this
    // biome-ignore lint/a11y/useFocusableInteractive: the link inside has the focus
    <div
      role="gridcell"
      aria-selected={isSelected || undefined}
      className={styles.cell}
      style={{ width }}
    >
      <a
        className={styles.tile}
        href={photoHref(photo.id)}
        data-tile={photo.id}
        tabIndex={tabStop ? 0 : -1}
        onClick={open}
      >
        <Picture photo={photo} sizes={`${width}px`} alt={photoName(photo)} />
      </a>
      <MediaBadge media={photo.media} />
      <SelectMark id={photo.id} label={photo.label} isSelected={isSelected} />
      {Actions !== null && <Actions photo={photo} />}
    </div>
  );
});
