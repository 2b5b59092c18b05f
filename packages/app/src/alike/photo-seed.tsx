import type { MouseEvent } from "react";
import { summaryOfCard } from "../album/photo-summary.js";
import { useCard } from "../album/use-card.js";
import { tileRatio } from "../layout/day-layout.js";
import { isPlainClick } from "../navigation/is-plain-click.js";
import { navigation } from "../navigation/navigation.js";
import { photoHref } from "../navigation/photo-href.js";
import { Picture } from "../picture/picture.js";
import { strings } from "../strings.js";
import { Seed, type SeedActionsProps } from "./seed.js";
import styles from "./seeds.module.css";

interface PhotoSeedProps extends SeedActionsProps {
  id: number;
}

/** A photo of the gallery as an example; a click opens it. */
export function PhotoSeed({ id, ...seed }: PhotoSeedProps) {
  const state = useCard(id);
  if (state.status === "missing") {
    return (
      <Seed {...seed} label={strings.alike.gone} ratio={1.5} note={strings.alike.gone}>
        <span className={styles.gone} />
      </Seed>
    );
  }
  if (state.status !== "ready") {
    return (
      <Seed {...seed} label={strings.photoView} ratio={1.5}>
        <span className={styles.gone} />
      </Seed>
    );
  }
  const photo = summaryOfCard(state.card);
  const others = state.card.group === null ? 0 : state.card.group.count - 1;
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.openPhoto(id, event.currentTarget);
  };
  return (
    <Seed
      {...seed}
      label={photo.label}
      ratio={tileRatio(photo)}
      note={seed.isOnly && others > 0 ? strings.alike.leftOut(others) : undefined}
    >
      <a className={styles.link} href={photoHref(id)} onClick={open}>
        <Picture photo={photo} sizes="240px" alt={photo.label} />
      </a>
    </Seed>
  );
}
