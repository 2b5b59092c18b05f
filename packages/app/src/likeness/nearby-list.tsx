import { useId, useState } from "react";
import { Notice } from "../frame/notice.js";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import { describeNumber } from "../text/measures.js";
import type { MapPhotos } from "./map-photos.js";
import type { MapScene } from "./map-scene.js";
import styles from "./nearby-list.module.css";
import { NearbyPhoto } from "./nearby-photo.js";
import { useNearby } from "./use-nearby.js";

/** Beside the map where there is room, else below it, and only its heading at first. */
const WIDE = "(min-width: 900px)";

interface NearbyListProps {
  scene: MapScene | null;
  photos: MapPhotos;
  onOpen: (row: number, from: Element) => void;
}

/** The photos in view as a list of links: what the map shows, for those who can't see or point at it. */
export function NearbyList({ scene, photos, onOpen }: NearbyListProps) {
  const nearby = useNearby(scene, photos);
  const [isOpen, setOpen] = useState(() => matchMedia(WIDE).matches);
  const list = useId();
  const known = nearby?.rows.flatMap((row) => {
    const photo = photos.find(row);
    return photo === undefined ? [] : [{ row, photo }];
  });
  return (
    <aside className={styles.aside} aria-label={strings.likenessMap.list}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setOpen(!isOpen)}
        >
          <span role="status">
            {nearby && strings.likenessMap.inView(describeNumber(nearby.all), nearby.all === 1)}
          </span>
          <Icon name={isOpen ? "down" : "up"} />
        </button>
      </h2>
      {isOpen && nearby?.all === 0 && (
        <Notice
          title={strings.likenessMap.nothingHere}
          action={{ label: strings.likenessMap.showAll, onClick: () => scene?.camera.whole() }}
        />
      )}
      <ul id={list} className={styles.list} hidden={!isOpen}>
        {known?.map(({ row, photo }) => (
          <NearbyPhoto
            key={photo.id}
            photo={photo}
            onPoint={(on) => scene?.point(on ? row : null)}
            onOpen={(from) => onOpen(row, from)}
          />
        ))}
      </ul>
    </aside>
  );
}
