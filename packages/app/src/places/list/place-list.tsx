import type { PhotoPlaces } from "akin-browser";
import { useMemo } from "react";
import type { PositionedPhotos } from "../../album/positioned-photos.js";
import { strings } from "../../strings.js";
import { describePhotoCount } from "../../text/measures.js";
import type { MapView } from "../map/map-view.js";
import type { PlaceCluster, PlaceClusters } from "../map/place-clusters.js";
import type { Country } from "../outlines/country.js";
import { countryFinder, describeCluster } from "./describe-cluster.js";
import { PlaceLink } from "./place-link.js";
import styles from "./place-list.module.css";

interface PlaceListProps {
  places: PhotoPlaces;
  index: PlaceClusters;
  /** What the map shows. */
  clusters: readonly PlaceCluster[];
  view: MapView;
  countries: readonly Country[];
  photos: PositionedPhotos;
  onShowAll: () => void;
}

/** The places on the map as a list: the map for those who don't use it. */
export function PlaceList(props: PlaceListProps) {
  const { places, index, clusters, view, countries, photos, onShowAll } = props;
  const countryOf = useMemo(() => countryFinder(countries, places), [countries, places]);
  const named = useMemo(() => {
    return clusters
      .toSorted((a, b) => b.photos - a.photos || b.newest - a.newest)
      .map((cluster) => ({
        cluster,
        name: describeCluster(cluster, index, places, countryOf),
      }));
  }, [clusters, index, places, countryOf]);
  const count = clusters.reduce((sum, cluster) => sum + cluster.photos, 0);
  return (
    <>
      <h2 className={styles.title} tabIndex={-1} data-places-title aria-live="polite">
        {strings.places.inView(describePhotoCount(count))}
      </h2>
      {count === 0 && (
        <div className={styles.nothing}>
          <p>{strings.places.nothing}</p>
          <button type="button" className={styles.action} onClick={onShowAll}>
            {strings.places.showAll}
          </button>
        </div>
      )}
      <ul className={styles.list} aria-label={strings.places.list}>
        {named.map(({ cluster, name }) => (
          <li key={cluster.key}>
            <PlaceLink
              cluster={cluster}
              name={name}
              photo={photos.at(cluster.newest)}
              view={view}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
