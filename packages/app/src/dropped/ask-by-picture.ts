import type { Gallery } from "akin-browser";
import { useSyncExternalStore } from "react";
import { Listeners } from "../listeners.js";
import { type Example, withoutExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import { likeThese } from "../selection/like-these.js";
import { describePicture } from "./describe-picture.js";
import { NeedsModel } from "./needs-model.js";
import { pictureModel } from "./picture-model.js";
import { isGonePicture, keepPicture, MOST_PICTURES } from "./pictures.js";

/** How far a question by pictures has come, or what was not as wished. */
export type AskState =
  | "idle"
  | "looking"
  | "needs-model"
  | "unreadable"
  | "some-unreadable"
  | "too-many"
  | "failed"
  | "no-model";

class PictureQuestion {
  readonly listeners = new Listeners();
  #state: AskState = "idle";
  /** Of several questions only the last one is asked. */
  #latest: readonly File[] = [];

  /** For `useSyncExternalStore`. */
  readonly state = (): AskState => this.#state;

  /** Looks at pictures and goes to the photos like them, among those of the page's filter. */
  async ask(files: readonly File[], gallery: Gallery): Promise<void> {
    if (files.length === 0) return;
    if (pictureModel(gallery.manifest) === null) {
      this.#set("no-model");
      return;
    }
    this.#latest = files;
    this.#set("looking");
    try {
      const examples = await this.#look(gallery, files.slice(0, MOST_PICTURES));
      if (this.#latest !== files) return;
      this.#set(stateAfter(files.length, examples.length));
      if (examples.length > 0) goTo(examples);
    } catch (error) {
      if (this.#latest !== files) return;
      // Else the worker's code could not be had, or there is too little memory for a picture.
      this.#set(error instanceof NeedsModel ? "needs-model" : "failed");
    }
  }

  /** Asks again what was asked last. */
  askAgain(gallery: Gallery): Promise<void> {
    return this.ask(this.#latest, gallery);
  }

  dismiss(): void {
    this.#latest = [];
    this.#set("idle");
  }

  /** One after the other: decoded, each may take a hundred megabytes. */
  async #look(gallery: Gallery, files: readonly File[]): Promise<Example[]> {
    const examples: Example[] = [];
    for (const file of files) {
      const described = await describePicture(gallery, file);
      if (described.type === "unreadable") continue;
      examples.push({ kind: "picture", name: keepPicture(file, described).key });
    }
    return examples;
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

function stateAfter(asked: number, read: number): AskState {
  if (read === 0) return "unreadable";
  if (read < Math.min(asked, MOST_PICTURES)) return "some-unreadable";
  return asked > MOST_PICTURES ? "too-many" : "idle";
}

/** On a page of similar photos the pictures join its examples, in place of those that are gone. */
function goTo(examples: readonly Example[]): void {
  const { page, photo } = navigation.route();
  if (page.view !== "alike") {
    navigation.go(likeThese(page, examples));
    return;
  }
  const gone = [...page.plus, ...page.minus].filter(isGonePicture);
  const left = {
    ...page,
    plus: withoutExamples(page.plus, gone),
    minus: withoutExamples(page.minus, gone),
  };
  const next = likeThese(left, examples);
  if (gone.length > 0 && photo === null) navigation.replace(next);
  else navigation.go(next);
}
