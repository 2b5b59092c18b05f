import type { PhotoPlaces } from "akin-browser";
import { useCallback, useMemo, useRef } from "react";
import { usePhotosAt } from "../album/use-photos-at.js";
import { navigation } from "../navigation/navigation.js";
import { clusterPage } from "./list/cluster-page.js";
import { PlaceList } from "./list/place-list.js";
import { PlacePhotos } from "./list/place-photos.js";
import { fitView } from "./map/fit-view.js";
import { formatAt, parseAt } from "./map/map-address.js";
import type { PlaceCluster } from "./map/place-clusters.js";
import { useMapView } from "./map/use-map-view.js";
import { useSize } from "./map/use-size.js";
import { WorldMap } from "./map/world-map.js";
import { useCountries } from "./outlines/use-countries.js";
import styles from "./places-map.module.css";
import { useOpenPlace } from "./use-open-place.js";
import { usePlaceClusters, usePositionedPhotos } from "./use-places.js";
import { usePlacesFocus } from "./use-places-focus.js";
import { useRested } from "./use-rested.js";

/** As long as it is not known what there is. */
const NOTHING: PlaceCluster[] = [];

interface PlacesMapProps {
  places: PhotoPlaces;
  at: string | null;
  isPhotoOpen: boolean;
}

/** A map and the same places as a list. */
export function PlacesMap({ places, at, isPhotoOpen }: PlacesMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const photos = usePositionedPhotos();
  const index = usePlaceClusters(places);
  const whole = useCallback(
    () => fitView(places.latitudes, places.longitudes, size ?? { width: 1, height: 1 }),
    [places, size],
  );
  const control = useMapView(at, size, whole);
  const { view } = control;
  const countries = useCountries(view?.zoom ?? 0);
  const clusters = useMemo(
    () => (view && size && index ? index.inView(view, size) : NOTHING),
    [index, view, size],
  );
  const rested = useRested(clusters);
  usePhotosAt(
    photos,
    useMemo(() => rested.map(({ newest }) => newest), [rested]),
  );
  const open = useOpenPlace({ at, index, places, countries, clusters: rested, photos });
  usePlacesFocus(open !== null, isPhotoOpen);

  const choose = (cluster: PlaceCluster, marker: Element) => {
    if (view === null) return;
    if (cluster.photos > 1) navigation.go(clusterPage(cluster, view));
    else void openPhoto(cluster, marker);
  };
  const openPhoto = async ({ newest }: PlaceCluster, marker: Element) => {
    await photos.load([newest]);
    const photo = photos.at(newest);
    if (photo !== undefined) navigation.openPhoto(photo.id, marker.querySelector("img"));
  };
  const address = parseAt(at);
  return (
    <main className={styles.page}>
      <WorldMap
        frame={frame}
        size={size}
        control={control}
        whole={whole}
        countries={countries}
        clusters={clusters}
        photos={photos}
        hasKeys={!isPhotoOpen}
        onChoose={choose}
      />
      <div className={styles.list}>
        {open !== null && address !== null ? (
          <PlacePhotos
            key={at}
            {...open}
            photos={photos}
            back={{ view: "places", at: formatAt(address.view) }}
          />
        ) : (
          view !== null &&
          index !== null &&
          rested !== NOTHING && (
            <PlaceList
              places={places}
              index={index}
              clusters={rested}
              view={view}
              countries={countries}
              photos={photos}
              onShowAll={() => control.move(whole, "calmly")}
            />
          )
        )}
      </div>
    </main>
  );
}
