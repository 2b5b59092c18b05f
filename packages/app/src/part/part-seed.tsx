import type { MouseEvent } from "react";
import { useAlbum } from "../album/album-context.js";
import { summaryOfCard } from "../album/photo-summary.js";
import { useCard } from "../album/use-card.js";
import { Seed, type SeedActionsProps } from "../alike/seed.js";
import styles from "../alike/seeds.module.css";
import { type Part, WHOLE_PART } from "../navigation/example.js";
import { isPlainClick } from "../navigation/is-plain-click.js";
import { navigation } from "../navigation/navigation.js";
import { photoHref } from "../navigation/photo-href.js";
import { strings } from "../strings.js";
import { partImage } from "./part-image.js";

interface PartSeedProps extends SeedActionsProps {
  id: number;
  part: Part;
}

/** A part of a photo of the gallery as an example; a click opens the photo. */
export function PartSeed({ id, part, ...seed }: PartSeedProps) {
  const { gallery } = useAlbum();
  const state = useCard(id);
  if (state.status !== "ready") {
    const note = state.status === "missing" ? strings.alike.gone : undefined;
    return (
      <Seed {...seed} label={note ?? strings.part.of("")} ratio={1.5} note={note}>
        <span className={styles.gone} />
      </Seed>
    );
  }
  const photo = summaryOfCard(state.card);
  const [scaleX, scaleY] = [photo.width / WHOLE_PART, photo.height / WHOLE_PART];
  const box = [part.x * scaleX, part.y * scaleY, part.width * scaleX, part.height * scaleY];
  const label = strings.part.of(photo.label);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.openPhoto(id, null);
  };
  return (
    <Seed {...seed} label={label} ratio={(part.width * scaleX) / (part.height * scaleY)}>
      <a className={styles.link} href={photoHref(id)} onClick={open}>
        <svg
          className={styles.picture}
          role="img"
          aria-label={label}
          viewBox={box.join(" ")}
          preserveAspectRatio="xMidYMid slice"
        >
          <image href={partImage(gallery, photo, part)} width={photo.width} height={photo.height} />
        </svg>
      </a>
    </Seed>
  );
}
