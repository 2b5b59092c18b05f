import { Seed, type SeedActionsProps } from "../alike/seed.js";
import styles from "../alike/seeds.module.css";
import { strings } from "../strings.js";
import { pictureOf } from "./pictures.js";

interface DroppedSeedProps extends SeedActionsProps {
  /** What the address calls it. */
  name: string;
}

/** A picture from outside of the gallery as an example, as long as this page has it. */
export function DroppedSeed({ name, ...seed }: DroppedSeedProps) {
  const picture = pictureOf(name);
  if (picture === null) {
    return (
      <Seed
        {...seed}
        label={strings.dropped.picture}
        ratio={1.5}
        note={seed.isOnly ? strings.dropped.gone : strings.dropped.goneShort}
      >
        <span className={styles.gone} />
      </Seed>
    );
  }
  return (
    <Seed
      {...seed}
      label={picture.name}
      ratio={picture.ratio}
      note={seed.isOnly ? strings.dropped.stays : undefined}
    >
      <img className={styles.picture} src={picture.url} alt={picture.name} />
    </Seed>
  );
}
