import { reallyAlike } from "akin-browser";
import type { Card, SimilarPhoto } from "akin-browser/format";
import { SimilarGrid } from "akin-browser/react";
import { useEffect, useId, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { summaryOfSimilar } from "../album/photo-summary.js";
import { photoExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import { PageLink } from "../navigation/page-link.js";
import { photoHref } from "../navigation/photo-href.js";
import { Picture } from "../picture/picture.js";
import { strings } from "../strings.js";
import { GroupStrip } from "./group-strip.js";
import { LikenessSwitch, useLikeness } from "./likeness-switch.js";
import styles from "./similar.module.css";

const SHOWN = 5;
/** The nearest are larger than the rest: five tiles without a hole. */
const LARGE = 2;

/** The photos like one, best first; a click goes there, back returns. */
export function Similar({ card }: { card: Card }) {
  const album = useAlbum();
  const headingId = useId();
  const [likeness, chooseLikeness] = useLikeness();
  const [expanded, setExpanded] = useState<SimilarPhoto | null>(null);
  const canSwitch = card.byLook.length > 0;
  const shownBy = canSwitch ? likeness : "subject";
  const photos = shownBy === "look" ? card.byLook : card.similar;
  const shown = reallyAlike(photos.slice(0, SHOWN));
  // Their cards are fetched ahead, so that going there is at once.
  useEffect(() => {
    album.cards.prefetch(photos.slice(0, SHOWN).map(({ id }) => id));
  }, [album, photos]);
  const open = (photo: SimilarPhoto, tile: HTMLElement) => {
    album.remember(summaryOfSimilar(photo));
    navigation.openPhoto(photo.id, tile);
  };
  const isExpanded = expanded !== null && shown.includes(expanded);
  return (
    <section className={styles.similar} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h3 id={headingId} className={styles.heading}>
          {strings.similar}
        </h3>
        {canSwitch && <LikenessSwitch likeness={likeness} onChoose={chooseLikeness} />}
      </div>
      {shown.length === 0 && <p className={styles.empty}>{strings.noSimilar}</p>}
      <SimilarGrid
        photos={shown}
        gallery={album.gallery}
        hrefFor={({ id }) => photoHref(id)}
        onSelect={open}
        onExpand={(photo) => setExpanded(photo === expanded ? null : photo)}
        renderImage={(photo, rank) => <SimilarPicture photo={photo} isLarge={rank < LARGE} />}
      />
      {isExpanded && expanded.group !== null && (
        <GroupStrip kind={expanded.group.kind} count={expanded.group.count} of={expanded} />
      )}
      {shown.length > 0 && (
        <PageLink
          className={styles.all}
          page={{
            view: "alike",
            plus: photoExamples([card.id]),
            minus: [],
            by: shownBy,
            filter: {},
          }}
        >
          {strings.moreSimilar}
        </PageLink>
      )}
    </section>
  );
}

function SimilarPicture({ photo, isLarge }: { photo: SimilarPhoto; isLarge: boolean }) {
  const summary = summaryOfSimilar(photo);
  const sizes = isLarge ? "(max-width: 767px) 50vw, 158px" : "(max-width: 767px) 33vw, 104px";
  return <Picture photo={summary} sizes={sizes} alt={summary.label} />;
}
