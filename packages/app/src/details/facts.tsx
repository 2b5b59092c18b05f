import type { Card } from "akin-browser/format";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import { CameraFact } from "./camera-fact.js";
import { DateFact } from "./date-fact.js";
import { Fact } from "./fact.js";
import styles from "./facts.module.css";
import { FileFact } from "./file-fact.js";
import { PlaceFact } from "./place-fact.js";

/** What the file tells of a photo. What it doesn't tell is left out. */
export function Facts({ card }: { card: Card }) {
  const { title, description, tags, original } = card;
  return (
    <>
      {title !== null && <h3 className={styles.title}>{title}</h3>}
      {description !== null && <p className={styles.description}>{description}</p>}
      <dl className={styles.facts}>
        <DateFact card={card} />
        <CameraFact card={card} />
        <PlaceFact card={card} />
        {tags.length > 0 && (
          <Fact icon="tags" label={strings.tags} value="">
            <ul className={styles.tags}>
              {tags.map((tag) => (
                <li key={tag}>{tag}</li>
              ))}
            </ul>
          </Fact>
        )}
        <FileFact card={card} />
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
