import type { Card } from "akin-browser/format";
import { useDeferredValue } from "react";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import { CameraFact } from "./camera-fact.js";
import { DateFact } from "./date-fact.js";
import styles from "./facts.module.css";
import { FileFact } from "./file-fact.js";
import { LicenceFact } from "./licence-fact.js";
import { PeopleFact } from "./people-fact.js";
import { PlaceFact } from "./place-fact.js";
import { RatingFact } from "./rating-fact.js";
import { RightsFact } from "./rights-fact.js";
import { TagsFact } from "./tags-fact.js";

/** What the file tells of a photo. What it doesn't tell is left out. It comes a moment after the photos above it, which thus come sooner. */
export function Facts({ card: newest }: { card: Card }) {
  const card = useDeferredValue<Card | null>(newest, null);
  if (card === null) return null;
  const { title, description, original } = card;
  return (
    <>
      {title !== null && <h3 className={styles.title}>{title}</h3>}
      {description !== null && <p className={styles.description}>{description}</p>}
      <dl className={styles.facts}>
        <DateFact card={card} />
        <CameraFact card={card} />
        <PlaceFact card={card} />
        <PeopleFact card={card} />
        <TagsFact card={card} />
        <RatingFact card={card} />
        <FileFact card={card} />
        <RightsFact card={card} />
        <LicenceFact />
      </dl>
      {original !== null && (
        <a className={styles.download} href={original} download={card.filename}>
          <Icon name="download" />
          {strings.download}
        </a>
      )}
    </>
  );
}
