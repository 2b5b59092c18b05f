import { lazy, Suspense } from "react";
import { useAlbum } from "../album/album-context.js";
import { DroppedSeed } from "../dropped/dropped-seed.js";
import { type Example, exampleKey } from "../navigation/example.js";
import type { AlikePage } from "../navigation/route.js";
import { PartSeed } from "../part/part-seed.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import { WordChip } from "../words/word-chip.js";
import { PhotoSeed } from "./photo-seed.js";
import type { SeedActionsProps } from "./seed.js";
import styles from "./seeds.module.css";
import { useExamples } from "./use-examples.js";

const WordField = lazy(() => import("../words/word-field.js"));

/** What the photos are like, and unlike: each is turned into its opposite, or goes, with a click or a key. */
export function Seeds({ page }: { page: AlikePage }) {
  const { manifest } = useAlbum();
  const { remove, flip, addWord, message } = useExamples(page);
  const { plus, minus } = page;
  const isOnly = plus.length + minus.length === 1;
  const seedOf = (example: Example, sign: "plus" | "minus") => (
    <ExampleSeed
      key={exampleKey(example)}
      example={example}
      sign={sign}
      isOnly={isOnly}
      onRemove={(label) => remove(example, label)}
      onFlip={(label) => flip(example, label)}
    />
  );
  return (
    <>
      <ul className={styles.seeds} data-single={isOnly} aria-label={strings.alike.seeds}>
        {plus.map((example) => seedOf(example, "plus"))}
        {minus.map((example) => seedOf(example, "minus"))}
      </ul>
      {manifest.vocabulary && (
        <Suspense>
          <WordField onWord={addWord} />
        </Suspense>
      )}
      <p role="status" className={spoken.spoken}>
        {message}
      </p>
    </>
  );
}

interface ExampleSeedProps extends Omit<SeedActionsProps, "seedKey"> {
  example: Example;
}

function ExampleSeed({ example, ...actions }: ExampleSeedProps) {
  const seed = { ...actions, seedKey: exampleKey(example) };
  switch (example.kind) {
    case "photo":
      return <PhotoSeed id={example.id} {...seed} />;
    case "picture":
      return <DroppedSeed name={example.name} {...seed} />;
    case "part":
      return <PartSeed id={example.id} part={example.part} {...seed} />;
    case "word":
      return <WordChip text={example.text} {...seed} />;
  }
}
