import { type ReactNode, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { linkedPages } from "../frame/linked-pages.js";
import { PageLink } from "../navigation/page-link.js";
import { formatAt } from "../places/map/map-address.js";
import { clampView } from "../places/map/map-view.js";
import { toWorld } from "../places/map/mercator.js";
import { useSize } from "../places/map/use-size.js";
import { OutlineCanvas } from "../places/outlines/outline-canvas.js";
import { useCountries } from "../places/outlines/use-countries.js";
import { strings } from "../strings.js";
import styles from "./place-map.module.css";

/** A country or two around the place. */
const ZOOM = 3;

/** Where the link leads: the land around a town. */
const LINKED_ZOOM = 9;

interface PlaceMapProps {
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
}

/** A small map with a dot, and a link to the large one where the gallery has it. */
export default function PlaceMap({ latitude, longitude }: PlaceMapProps): ReactNode {
  const { manifest } = useAlbum();
  const ref = useRef<HTMLDivElement>(null);
  const size = useSize(ref);
  const countries = useCountries(ZOOM);
  const place = toWorld(latitude, longitude);
  const view = size && clampView({ ...place, zoom: ZOOM }, size);
  const map = (
    <div ref={ref} className={styles.map}>
      {size !== null && view !== null && (
        <>
          <OutlineCanvas countries={countries} view={view} size={size} />
          <span
            className={styles.dot}
            style={{ top: size.height / 2 + (place.y - view.y) * 256 * 2 ** view.zoom }}
          />
        </>
      )}
    </div>
  );
  if (!linkedPages(manifest).some((page) => page.view === "places")) return map;
  const at = formatAt({ ...place, zoom: LINKED_ZOOM });
  return (
    <PageLink
      page={{ view: "places", at }}
      className={styles.link}
      aria-label={strings.places.onMap}
    >
      {map}
    </PageLink>
  );
}
