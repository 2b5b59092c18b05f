import type { Loosened, PhotoFilter } from "akin-browser";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import { type Condition, conditionsOf, without } from "./conditions.js";
import { describeCondition } from "./describe-condition.js";
import styles from "./nothing-found.module.css";

interface NothingFoundProps {
  filter: PhotoFilter;
  loosened: readonly Loosened[];
  onChange: (filter: PhotoFilter) => void;
}

/** Says so, and which of the conditions to drop. */
export function NothingFound({ filter, loosened, onChange }: NothingFoundProps) {
  const helpful = loosened.filter(({ photos }) => photos > 0);
  return (
    <div className={styles.nothing}>
      <p className={styles.sentence}>
        {helpful.length > 0 ? strings.search.noneTogether : strings.search.noneHint}
      </p>
      <ul className={styles.choices}>
        {helpful.map(({ without: field, photos }) => (
          <li key={field}>
            <button
              type="button"
              className={styles.choice}
              onClick={() => onChange(without(filter, [field]))}
            >
              {strings.search.withoutIt} <em>{describeField(filter, field)}</em>:{" "}
              {describePhotoCount(photos)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={styles.choice} onClick={() => onChange({})}>
            {strings.search.allPhotos}
          </button>
        </li>
      </ul>
    </div>
  );
}

/** All that a filter asks for in one of its fields. */
function describeField(filter: PhotoFilter, field: keyof PhotoFilter): string {
  const conditions: Condition[] = conditionsOf({ [field]: filter[field] });
  return conditions.map(describeCondition).join(", ");
}
