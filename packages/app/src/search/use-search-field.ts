import type { KeyboardEvent } from "react";
import type { Page } from "../navigation/route.js";
import { type BoxOption, useBoxOptions } from "./box-options.js";
import { toggled } from "./conditions.js";
import { recentSearches } from "./recent-searches.js";
import { useCombobox } from "./use-combobox.js";
import { useSearchText } from "./use-search-text.js";

interface SearchFieldActions {
  onLeave: () => void;
  onDone: () => void;
}

/** What the search field shows, and what keys and choices in it do. */
export function useSearchField(page: Page, { onLeave, onDone }: SearchFieldActions) {
  const text = useSearchText(page);
  const list = useCombobox();
  const options = useBoxOptions(text.typed, list.isOpen);
  const active = Math.min(list.active, options.length - 1);

  const search = (wanted: string) => {
    text.search(wanted);
    list.close();
    onDone();
  };
  const choose = (option: BoxOption | undefined) => {
    if (option === undefined) return;
    if (option.kind === "clear") recentSearches.clear();
    else if (option.kind === "recent") search(option.text);
    else {
      const { kind, value, start } = option.suggestion;
      const before = option.text.slice(0, start);
      if (kind === "word") search(before + value);
      else {
        text.replace((filter) => toggled(filter, kind, value), before);
        list.close();
        onDone();
      }
    }
  };
  const forget = (option: BoxOption | undefined) => {
    if (option?.kind === "recent") recentSearches.remove(option.text);
  };
  const clear = () => {
    text.search("");
    list.close();
  };
  return {
    typed: text.typed,
    options,
    active,
    choose,
    clear,
    open: list.open,
    type(typed: string) {
      text.type(typed);
      list.open();
    },
    onKeyDown: (event: KeyboardEvent) =>
      list.onKeyDown(event, {
        count: options.length,
        onChoose: (at) => choose(options[at]),
        onEnter: () => search(text.typed),
        onEscape: text.typed === "" ? onLeave : clear,
        onDelete: (at) => forget(options[at]),
      }),
    leave() {
      list.close();
      text.end();
    },
  };
}
