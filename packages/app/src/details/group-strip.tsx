import type { DrawablePhoto, GroupKind } from "akin-browser/format";
import type { MouseEvent } from "react";
import { useAlbum } from "../album/album-context.js";
import { summaryOfSimilar } from "../album/photo-summary.js";
import { useCard } from "../album/use-card.js";
import { isPlainClick } from "../navigation/is-plain-click.js";
import { navigation } from "../navigation/navigation.js";
import { photoHref } from "../navigation/photo-href.js";
import { Picture } from "../picture/picture.js";
import { strings } from "../strings.js";
import styles from "./group-strip.module.css";

interface GroupStripProps {
  kind: GroupKind;
  /** How many photos the group has. */
  count: number;
  /** Whose group it is; its card tells the others. */
  of: DrawablePhoto;
}

/** The photos of a burst, or the versions of a photo, side by side. */
export function GroupStrip({ kind, count, of }: GroupStripProps) {
  const state = useCard(of.id);
  const others = state.status === "ready" ? (state.card.group?.photos ?? []) : [];
  const label = strings.group[kind](count);
  return (
    <section className={styles.group} aria-label={label}>
      <h4 className={styles.heading}>{label}</h4>
      <ul className={styles.strip}>
        {others.map((photo) => (
          <li key={photo.id}>
            <GroupTile photo={photo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function GroupTile({ photo }: { photo: DrawablePhoto }) {
  const album = useAlbum();
  const summary = summaryOfSimilar(photo);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    album.remember(summary);
    navigation.openPhoto(photo.id, event.currentTarget);
  };
  return (
    <a className={styles.tile} href={photoHref(photo.id)} onClick={open}>
      <Picture photo={summary} sizes="64px" alt={summary.label} />
    </a>
  );
}
