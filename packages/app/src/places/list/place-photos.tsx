import { type MouseEvent, useMemo, useState } from "react";
import type { PhotoSummary } from "../../album/photo-summary.js";
import type { PositionedPhotos } from "../../album/positioned-photos.js";
import { usePhotosAt } from "../../album/use-photos-at.js";
import { Icon } from "../../icons/icon.js";
import { isPlainClick } from "../../navigation/is-plain-click.js";
import { navigation } from "../../navigation/navigation.js";
import { PageLink } from "../../navigation/page-link.js";
import { photoHref } from "../../navigation/photo-href.js";
import type { Page } from "../../navigation/route.js";
import { Picture } from "../../picture/picture.js";
import { strings } from "../../strings.js";
import { describePhotoCount } from "../../text/measures.js";
import type { ClusterName } from "./describe-cluster.js";
import styles from "./place-photos.module.css";

/** Photos that are shown at first, and with each "Show more". */
const PAGE = 60;

interface PlacePhotosProps {
  name: ClusterName;
  /** Descending. */
  positions: readonly number[];
  photos: PositionedPhotos;
  /** The map without this place. */
  back: Page;
}

/** The photos of one place, which the map can't show apart. */
export function PlacePhotos({ name, positions, photos, back }: PlacePhotosProps) {
  const [pages, setPages] = useState(1);
  const shown = useMemo(() => positions.slice(0, pages * PAGE), [positions, pages]);
  usePhotosAt(photos, shown);
  return (
    <>
      <PageLink page={back} className={styles.back}>
        <Icon name="back" />
        {strings.places.back}
      </PageLink>
      <h2 className={styles.title} tabIndex={-1} data-places-title>
        {name.name}
      </h2>
      <p className={styles.detail}>
        {[describePhotoCount(positions.length), name.more]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <ul className={styles.photos} aria-label={name.name}>
        {shown.map((position) => (
          <li key={position} className={styles.photo}>
            <PlacePhoto photo={photos.at(position)} />
          </li>
        ))}
      </ul>
      {shown.length < positions.length && (
        <button type="button" className={styles.more} onClick={() => setPages(pages + 1)}>
          {strings.places.more}
        </button>
      )}
    </>
  );
}

function PlacePhoto({ photo }: { photo: PhotoSummary | undefined }) {
  if (photo === undefined) return <div className={styles.waiting} />;
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.openPhoto(photo.id, event.currentTarget);
  };
  return (
    <a className={styles.tile} href={photoHref(photo.id)} data-tile={photo.id} onClick={open}>
      <Picture photo={photo} sizes="170px" alt={photo.label} />
    </a>
  );
}
