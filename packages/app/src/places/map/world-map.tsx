import { type MouseEvent, type RefObject, useRef } from "react";
import type { PositionedPhotos } from "../../album/positioned-photos.js";
import { Icon } from "../../icons/icon.js";
import { IconButton } from "../../icons/icon-button.js";
import { strings } from "../../strings.js";
import type { Country } from "../outlines/country.js";
import { OutlineCanvas } from "../outlines/outline-canvas.js";
import { type MapSize, type MapView, toScreen } from "./map-view.js";
import { Marker } from "./marker.js";
import type { PlaceCluster } from "./place-clusters.js";
import { useMapGestures } from "./use-map-gestures.js";
import { useMapKeys } from "./use-map-keys.js";
import type { MapControl } from "./use-map-view.js";
import styles from "./world-map.module.css";

interface WorldMapProps {
  /** Its size is the map's. */
  frame: RefObject<HTMLDivElement | null>;
  size: MapSize | null;
  control: MapControl;
  whole: () => MapView;
  countries: readonly Country[];
  clusters: readonly PlaceCluster[];
  photos: PositionedPhotos;
  /** Whether the page's keys are the map's. */
  hasKeys: boolean;
  onChoose: (cluster: PlaceCluster, marker: Element) => void;
}

/** Land, countries, and the photos where they were taken. */
export function WorldMap(props: WorldMapProps) {
  const { frame, size, control, whole, countries, clusters, photos, hasKeys, onChoose } = props;
  const { view } = control;
  const surface = useRef<HTMLDivElement>(null);
  const { onDoubleClick } = useMapGestures(surface, size, control);
  const { zoom, onKeyDown } = useMapKeys(control, size, whole, hasKeys);
  const choose = ({ target }: MouseEvent) => {
    const marker = target instanceof Element ? target.closest("[data-marker]") : null;
    const key = marker?.getAttribute("data-marker");
    const cluster = clusters.find((each) => each.key === key);
    if (marker !== null && cluster !== undefined) onChoose(cluster, marker);
  };
  return (
    <div ref={frame} className={styles.map}>
      <div
        ref={surface}
        className={styles.surface}
        role="application"
        aria-label={strings.places.map}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys itself
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={choose}
        onDoubleClick={onDoubleClick}
      >
        {size !== null && view !== null && (
          <>
            <OutlineCanvas countries={countries} view={view} size={size} />
            <div aria-hidden="true">
              {clusters.map((cluster) => (
                <Marker
                  key={cluster.key}
                  name={cluster.key}
                  photos={cluster.photos}
                  photo={photos.at(cluster.newest)}
                  {...toScreen(cluster, view, size)}
                />
              ))}
            </div>
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <IconButton label={strings.places.nearer} onClick={() => zoom(1)}>
          <Icon name="zoomIn" />
        </IconButton>
        <IconButton label={strings.places.farther} onClick={() => zoom(-1)}>
          <Icon name="zoomOut" />
        </IconButton>
        <IconButton label={strings.places.whole} onClick={() => control.move(whole, "calmly")}>
          <Icon name="whole" />
        </IconButton>
      </div>
      <p className={styles.credits}>{strings.places.credits}</p>
    </div>
  );
}
