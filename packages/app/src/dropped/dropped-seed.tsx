import { Seed } from "../alike/seed.js";
import styles from "../alike/seeds.module.css";
import { strings } from "../strings.js";
import { pictureOf } from "./pictures.js";

interface DroppedSeedProps {
  /** What the address calls it. */
  name: string;
  onRemove: () => void;
}

/** A picture from outside of the gallery as an example, as long as this page has it. */
export function DroppedSeed({ name, onRemove }: DroppedSeedProps) {
  const picture = pictureOf(name);
  if (picture === null) {
    return (
      <Seed
        label={strings.dropped.picture}
        sign="plus"
        ratio={1.5}
        note={strings.dropped.gone}
        onRemove={onRemove}
      >
        <span className={styles.gone} />
      </Seed>
    );
  }
  return (
    <Seed
      label={picture.name}
      sign="plus"
      ratio={picture.ratio}
      note={strings.dropped.stays}
      onRemove={onRemove}
    >
      <img className={styles.picture} src={picture.url} alt={picture.name} />
    </Seed>
  );
}
