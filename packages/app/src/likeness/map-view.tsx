import type { LikenessMap } from "akin-browser";
import { useEffect, useEffectEvent, useId, useMemo, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { strings } from "../strings.js";
import { followPointers } from "./follow-pointers.js";
import { MapButtons } from "./map-buttons.js";
import { MapPhotos } from "./map-photos.js";
import styles from "./map-view.module.css";
import { NearbyList } from "./nearby-list.js";
import { OpenedThumbnail } from "./opened-thumbnail.js";
import { Preview } from "./preview.js";
import { useMapAddress } from "./use-map-address.js";
import { useMapKeys } from "./use-map-keys.js";
import { useMapScene } from "./use-map-scene.js";
import { useOpening } from "./use-opening.js";
import { usePointing } from "./use-pointing.js";

/** Thumbnails below this many CSS pixels are too small to be hit by a finger. */
const LEAST_TARGET = 24;

interface MapViewProps {
  map: LikenessMap;
  at: string | null;
  isPhotoOpen: boolean;
}

/** The map, and beside it a list of what is in view. */
export function MapView({ map, at, isPhotoOpen }: MapViewProps) {
  const { changed } = useAlbum();
  const ref = useRef<HTMLDivElement>(null);
  const hint = useId();
  const photos = useMemo(() => new MapPhotos(map, changed.notice), [map, changed]);
  const scene = useMapScene(ref, map, photos, at);
  const { opened, open } = useOpening(map, photos, isPhotoOpen);
  const onKeyDown = useMapKeys(isPhotoOpen ? null : scene, open);
  useMapAddress(scene, at);
  usePointing(ref, scene, photos);

  const tap = useEffectEvent((point: { left: number; top: number; isTouch: boolean }) => {
    if (scene === null || (point.isTouch && scene.thumbnail < LEAST_TARGET)) return false;
    const row = scene.rowAt(point.left, point.top);
    if (row !== null) open(row);
    return row !== null;
  });
  useEffect(() => {
    if (ref.current === null || scene === null) return;
    return followPointers(ref.current, scene.camera, (point) => tap(point));
  }, [scene]);

  return (
    <main className={styles.page}>
      <div className={styles.frame}>
        <div
          ref={ref}
          className={styles.map}
          role="application"
          aria-label={strings.likenessMap.label}
          aria-describedby={hint}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move it
          tabIndex={0}
          onKeyDown={onKeyDown}
        />
        <p id={hint} hidden>
          {strings.likenessMap.hint}
        </p>
        {scene && (
          <>
            {opened !== null && <OpenedThumbnail scene={scene} photos={photos} row={opened} />}
            <Preview scene={scene} photos={photos} />
            <MapButtons scene={scene} />
          </>
        )}
      </div>
      <NearbyList scene={scene} photos={photos} onOpen={open} />
    </main>
  );
}
