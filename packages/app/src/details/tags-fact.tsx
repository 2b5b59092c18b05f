import type { Card } from "akin-browser/format";
import { Icon } from "../icons/icon.js";
import { PageLink } from "../navigation/page-link.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import fact from "./fact.module.css";
import styles from "./tags-fact.module.css";

/** Each tag leads to all photos that have it. */
export function TagsFact({ card: { tags } }: { card: Card }) {
  if (tags.length === 0) return null;
  return (
    <div className={fact.fact}>
      <dt className={fact.label} title={strings.tags}>
        <Icon name="tags" />
        <span className={spoken.spoken}>{strings.tags}</span>
      </dt>
      <dd className={fact.text}>
        <ul className={styles.tags}>
          {[...new Set(tags)].map((tag) => (
            <li key={tag}>
              <PageLink page={{ view: "photos", filter: { tag } }}>{tag}</PageLink>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
