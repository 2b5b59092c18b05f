import type { PhotoFilter } from "akin-browser";
import type { Card } from "akin-browser/format";
import { Icon } from "../icons/icon.js";
import { PageLink } from "../navigation/page-link.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import fact from "./fact.module.css";
import styles from "./tags-fact.module.css";

/** Each tag leads to all photos that have it. Those that the model has given are told apart. */
export function TagsFact({ card: { tags, autoTags } }: { card: Card }) {
  return (
    <>
      {tags.length > 0 && (
        <div className={fact.fact}>
          <Term name={strings.tags} />
          <dd className={fact.text}>
            <Tags tags={[...new Set(tags)]} filterOf={(tag) => ({ tag })} />
          </dd>
        </div>
      )}
      {autoTags.length > 0 && (
        <div className={fact.fact}>
          <Term name={strings.autoTags} />
          <dd className={fact.text}>
            <span aria-hidden="true" className={styles.automatic}>
              {strings.automatic}
            </span>
            <Tags tags={autoTags} filterOf={(autotag) => ({ autotag })} />
          </dd>
        </div>
      )}
    </>
  );
}

function Term({ name }: { name: string }) {
  return (
    <dt className={fact.label} title={name}>
      <Icon name="tags" />
      <span className={spoken.spoken}>{name}</span>
    </dt>
  );
}

interface TagsProps {
  tags: readonly string[];
  filterOf: (tag: string) => PhotoFilter;
}

function Tags({ tags, filterOf }: TagsProps) {
  return (
    <ul className={styles.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          <PageLink page={{ view: "photos", filter: filterOf(tag) }}>{tag}</PageLink>
        </li>
      ))}
    </ul>
  );
}
