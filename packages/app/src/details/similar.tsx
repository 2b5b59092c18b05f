import type { SimilarPhoto } from "akin-browser/format";
import { SimilarImages } from "akin-browser/react";
import "akin-browser/react/similar-images.css";
import { useAlbum } from "../album/album-context.js";
import { summaryOfSimilar } from "../album/photo-summary.js";
import { navigation } from "../navigation/navigation.js";
import { photoHref } from "../navigation/route.js";
import { strings } from "../strings.js";
import styles from "./similar.module.css";

/** The photos like one: a click goes there, back returns. @param path the photo's, within the album */
export function Similar({ path }: { path: string }) {
  const album = useAlbum();
  const goTo = (photo: SimilarPhoto) => {
    album.remember(summaryOfSimilar(photo));
    const tile = document.querySelector(`.${styles.similar} a[href="${photoHref(photo.id)}"]`);
    navigation.openPhoto(photo.id, tile);
  };
  return (
    <div className={styles.similar}>
      <SimilarImages
        imagePath={path}
        gallery={album.gallery}
        title={strings.similar}
        hrefFor={({ id }) => photoHref(id)}
        onSelect={goTo}
      />
    </div>
  );
}
