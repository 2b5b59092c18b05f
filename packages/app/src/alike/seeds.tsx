import { DroppedSeed } from "../dropped/dropped-seed.js";
import { type Example, exampleKey, withoutExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage } from "../navigation/route.js";
import { PartSeed } from "../part/part-seed.js";
import { focusOn } from "../search/focus-on.js";
import { likeThese, unlikeThese } from "../selection/like-these.js";
import { strings } from "../strings.js";
import { PhotoSeed } from "./photo-seed.js";
import type { SeedActionsProps } from "./seed.js";
import styles from "./seeds.module.css";

/** What the photos are like, and unlike: each is turned into its opposite, or goes, with a click or a key. */
export function Seeds({ page }: { page: AlikePage }) {
  const { plus, minus, filter } = page;
  const all = [...plus, ...minus];
  const count = all.length;
  const remove = (example: Example, at: number) => {
    const left = {
      ...page,
      plus: withoutExamples(plus, [example]),
      minus: withoutExamples(minus, [example]),
      show: undefined,
    };
    navigation.go(count > 1 ? left : { view: "photos", filter });
    focusOn("[data-seed] [data-remove]", at);
  };
  const flip = (example: Example, isMinus: boolean) => {
    navigation.go((isMinus ? likeThese : unlikeThese)(page, [example]));
    focusOn(`[data-seed="${CSS.escape(exampleKey(example))}"] [data-flip]`, 0);
  };
  return (
    <ul className={styles.seeds} data-single={count === 1} aria-label={strings.alike.seeds}>
      {all.map((example, at) => {
        const isMinus = at >= plus.length;
        return (
          <ExampleSeed
            key={exampleKey(example)}
            example={example}
            sign={isMinus ? "minus" : "plus"}
            isOnly={count === 1}
            onRemove={() => remove(example, at)}
            onFlip={() => flip(example, isMinus)}
          />
        );
      })}
    </ul>
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
      return null;
  }
}
