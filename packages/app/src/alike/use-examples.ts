import { useState } from "react";
import { type Example, exampleKey, withoutExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage } from "../navigation/route.js";
import { focusOn } from "../search/focus-on.js";
import { likeThese, unlikeThese } from "../selection/like-these.js";
import { strings } from "../strings.js";

type Sign = "plus" | "minus";

interface Examples {
  remove: (example: Example, label: string) => void;
  /** Turns it from more to less like it, or back. */
  flip: (example: Example, label: string) => void;
  addWord: (text: string, sign: Sign) => void;
  /** What was done last, in words. */
  message: string;
}

/** How the examples of a page are changed: each change is a step that one can go back, and is told. */
export function useExamples(page: AlikePage): Examples {
  const [message, setMessage] = useState("");
  const { plus, minus, filter } = page;
  const turn = (example: Example, sign: Sign, label: string) => {
    navigation.go((sign === "plus" ? likeThese : unlikeThese)(page, [example]));
    setMessage(strings.alike.turned[sign](label));
  };
  return {
    message,
    remove(example, label) {
      const all = [...plus, ...minus].map(exampleKey);
      const at = all.indexOf(exampleKey(example));
      const left = {
        ...page,
        plus: withoutExamples(plus, [example]),
        minus: withoutExamples(minus, [example]),
        show: undefined,
      };
      navigation.go(all.length > 1 ? left : { view: "photos", filter });
      setMessage(strings.alike.removed(label));
      focusOn("[data-seed] [data-remove]", at);
    },
    flip(example, label) {
      const key = exampleKey(example);
      turn(example, minus.some((each) => exampleKey(each) === key) ? "plus" : "minus", label);
      focusOn(`[data-seed="${CSS.escape(key)}"] [data-flip]`, 0);
    },
    addWord(text, sign) {
      turn({ kind: "word", text }, sign, text);
    },
  };
}
