import type { Manifest } from "akin-browser";
import { useSyncExternalStore } from "react";
import { Listeners } from "../listeners.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage, Page } from "../navigation/route.js";
import { describePicture } from "./describe-picture.js";
import { keepPicture, pictureOf } from "./pictures.js";

/** How far a question by picture has come. */
export type AskState = "idle" | "looking" | "unreadable" | "failed" | "no-model";

/** Whether this page can see pictures as the gallery's model does. */
export function canSeePictures({ model }: Manifest): boolean {
  return model?.name === "builtin";
}

class PictureQuestion {
  readonly listeners = new Listeners();
  #state: AskState = "idle";
  /** Of several pictures only the last one is asked for. */
  #latest: File | null = null;

  /** For `useSyncExternalStore`. */
  readonly state = (): AskState => this.#state;

  /** Looks at a picture and goes to the photos like it, among those of the page's filter. */
  async ask(file: File, manifest: Manifest): Promise<void> {
    if (!canSeePictures(manifest)) {
      this.#set("no-model");
      return;
    }
    this.#latest = file;
    this.#set("looking");
    try {
      const described = await describePicture(file);
      if (this.#latest !== file) return;
      this.#set(described.type === "described" ? "idle" : described.type);
      if (described.type === "described") goTo(keepPicture(file, described).key);
    } catch {
      // The worker's code could not be had, or there is too little memory for the picture.
      if (this.#latest === file) this.#set("failed");
    }
  }

  dismiss(): void {
    this.#latest = null;
    this.#set("idle");
  }

  #set(state: AskState): void {
    this.#state = state;
    this.listeners.changed();
  }
}

export const pictureQuestion = new PictureQuestion();

export function useAskState(): AskState {
  return useSyncExternalStore(pictureQuestion.listeners.subscribe, pictureQuestion.state);
}

function goTo(picture: string): void {
  const { page } = navigation.route();
  if (page.view === "alike" && page.picture !== undefined && pictureOf(page.picture) === null) {
    // In place of one that is gone.
    navigation.replace({ ...page, picture });
    return;
  }
  navigation.go(alikePage(page, picture));
}

function alikePage(page: Page, picture: string): AlikePage {
  const filter = page.view === "photos" || page.view === "alike" ? page.filter : {};
  return { view: "alike", plus: [], minus: [], by: "subject", filter, picture };
}
