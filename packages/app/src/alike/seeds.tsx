import { DroppedSeed } from "../dropped/dropped-seed.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage } from "../navigation/route.js";
import { focusOn } from "../search/focus-on.js";
import { strings } from "../strings.js";
import { PhotoSeed } from "./photo-seed.js";
import styles from "./seeds.module.css";

/** What the photos are like, and unlike: each goes with a click or a key. */
export function Seeds({ page }: { page: AlikePage }) {
  const { plus, minus, picture } = page;
  const count = plus.length + minus.length + (picture === undefined ? 0 : 1);
  const change = (next: Partial<AlikePage>, at: number) => {
    const { filter } = page;
    navigation.go(count > 1 ? { ...page, show: undefined, ...next } : { view: "photos", filter });
    focusOn("[data-seed] button", at);
  };
  const first = picture === undefined ? 0 : 1;
  return (
    <ul className={styles.seeds} data-single={count === 1} aria-label={strings.alike.seeds}>
      {picture !== undefined && (
        <DroppedSeed name={picture} onRemove={() => change({ picture: undefined }, 0)} />
      )}
      {plus.map((id, at) => (
        <PhotoSeed
          key={id}
          id={id}
          sign="plus"
          isOnly={count === 1}
          onRemove={() => change({ plus: plus.filter((each) => each !== id) }, first + at)}
        />
      ))}
      {minus.map((id, at) => (
        <PhotoSeed
          key={id}
          id={id}
          sign="minus"
          isOnly={false}
          onRemove={() =>
            change({ minus: minus.filter((each) => each !== id) }, first + plus.length + at)
          }
        />
      ))}
    </ul>
  );
}
