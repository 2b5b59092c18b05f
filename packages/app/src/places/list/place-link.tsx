import type { MouseEvent } from "react";
import type { PhotoSummary } from "../../album/photo-summary.js";
import { isPlainClick } from "../../navigation/is-plain-click.js";
import { navigation } from "../../navigation/navigation.js";
import { photoHref } from "../../navigation/photo-href.js";
import { hrefOf } from "../../navigation/route.js";
import { Picture } from "../../picture/picture.js";
import { describePhotoCount } from "../../text/measures.js";
import type { MapView } from "../map/map-view.js";
import type { PlaceCluster } from "../map/place-clusters.js";
import { clusterPage } from "./cluster-page.js";
import type { ClusterName } from "./describe-cluster.js";
import styles from "./place-link.module.css";

interface PlaceLinkProps {
  cluster: PlaceCluster;
  name: ClusterName;
  photo: PhotoSummary | undefined;
  view: MapView;
}

/** A place: its name, how many photos, and a link to where its marker leads. */
export function PlaceLink({ cluster, name, photo, view }: PlaceLinkProps) {
  const isPhoto = cluster.photos === 1;
  const page = clusterPage(cluster, view);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    if (!isPhoto) navigation.go(page);
    else if (photo) navigation.openPhoto(photo.id, event.currentTarget.querySelector("img"));
  };
  const href = isPhoto && photo !== undefined ? photoHref(photo.id) : hrefOf(page);
  const detail = [describePhotoCount(cluster.photos), name.more].filter((part) => part !== "");
  return (
    <a className={styles.link} href={href} data-tile={isPhoto ? photo?.id : undefined} onClick={go}>
      <span className={styles.picture}>
        {photo !== undefined && <Picture photo={photo} sizes="84px" alt="" />}
      </span>
      <span className={styles.text}>
        <span className={styles.name}>{name.name}</span>
        <span className={styles.detail}>{detail.join(" · ")}</span>
      </span>
    </a>
  );
}
