import type { SimilarPhoto } from "akin-browser/format";
import type { MouseEvent } from "react";
import { useAlbum } from "../album/album-context.js";
import { summaryOfSimilar } from "../album/photo-summary.js";
import { isPlainClick } from "../navigation/is-plain-click.js";
import { navigation } from "../navigation/navigation.js";
import { photoHref } from "../navigation/route.js";
import { Picture } from "../picture/picture.js";
import { strings } from "../strings.js";
import styles from "./similar-tile.module.css";

interface SimilarTileProps {
  photo: SimilarPhoto;
  /** The nearest are larger than the rest: five tiles without a hole. */
  isLarge: boolean;
}

/** A similar photo and how near it is; a click goes there, back returns. */
export function SimilarTile({ photo, isLarge }: SimilarTileProps) {
  const album = useAlbum();
  const summary = summaryOfSimilar(photo);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    album.remember(summary);
    navigation.openPhoto(photo.id, event.currentTarget);
  };
  const sizes = isLarge ? "(max-width: 767px) 50vw, 158px" : "(max-width: 767px) 33vw, 104px";
  return (
    <li className={isLarge ? styles.large : styles.small}>
      <a className={styles.tile} href={photoHref(photo.id)} onClick={open}>
        <Picture photo={summary} sizes={sizes} alt={summary.label} />
        {photo.word !== null && <span className={styles.word}>{strings.words[photo.word]}</span>}
      </a>
    </li>
  );
}
