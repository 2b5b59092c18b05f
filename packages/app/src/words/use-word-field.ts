import { type KeyboardEvent, useState } from "react";
import { useCombobox } from "../search/use-combobox.js";
import { strings } from "../strings.js";
import { completeWord } from "./complete-word.js";
import { useVocabulary } from "./use-vocabulary.js";

/** Typed before a word: less like it. */
const MINUS = /^[-−]\s*/;

type OnWord = (text: string, sign: "plus" | "minus") => void;

/** What is typed in the field of words, how it could go on, and what is to be said of it. */
export function useWordField(onWord: OnWord) {
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const { value: vocabulary, failed } = useVocabulary(isWanted);
  const list = useCombobox();
  const text = typed.replace(MINUS, "").trim();
  const options = list.isOpen && vocabulary ? completeWord(text, vocabulary.words) : [];
  const add = (word: string) => {
    list.close();
    if (word === "") return;
    if (vocabulary?.knows(word) === false) {
      setProblem(strings.words.notKnown(word));
      return;
    }
    onWord(word, MINUS.test(typed) ? "minus" : "plus");
    setTyped("");
  };
  const hint = typed === "" ? "" : strings.words.hint;
  return {
    typed,
    options,
    active: options.length > 0 ? list.active : -1,
    note: failed ? strings.words.failed : problem || hint,
    /** The vocabulary is fetched when somebody is about to type. */
    want: () => setWanted(true),
    type(value: string) {
      setTyped(value);
      setProblem("");
      list.open();
    },
    leave: list.close,
    choose: add,
    onKeyDown: (event: KeyboardEvent) =>
      list.onKeyDown(event, {
        count: options.length,
        onChoose: (at) => add(options[at] ?? text),
        onEnter: () => add(text),
        onEscape: () => setTyped(""),
        onDelete: () => {},
      }),
  };
}
