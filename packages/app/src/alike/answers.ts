import type { Album } from "../album/album.js";
import { Listeners } from "../listeners.js";
import type { Answer } from "./answer.js";
import { ask } from "./ask.js";
import type { Question } from "./question.js";

export interface AnswerState {
  /** What is known; null before the first of it. */
  answer: Answer | null;
  isFinal: boolean;
  /** Why it can't be had. */
  error: unknown;
  /** Bytes of vectors, while they come. */
  loading: { loaded: number; total: number } | null;
}

const NOTHING: AnswerState = { answer: null, isFinal: false, error: null, loading: null };

/** The answer to one question, as far as it has come. */
export class PendingAnswer {
  readonly listeners = new Listeners();
  readonly #album: Album;
  readonly #question: Question;
  #state = NOTHING;

  constructor(album: Album, question: Question) {
    this.#album = album;
    this.#question = question;
  }

  /** For `useSyncExternalStore`. */
  readonly state = (): AnswerState => this.#state;

  /** Asks, unless the answer is there. @returns ends it */
  readonly start = (): (() => void) => {
    const controller = new AbortController();
    if (!this.#state.isFinal) void this.#run(controller.signal);
    return () => controller.abort(new DOMException("Nobody waits any more.", "AbortError"));
  };

  async #run(signal: AbortSignal): Promise<void> {
    const tell = (change: Partial<AnswerState>) => {
      if (signal.aborted) return;
      this.#state = { ...this.#state, ...change };
      this.listeners.changed();
    };
    tell({ error: null });
    try {
      const answer = await ask(this.#album, this.#question, {
        signal,
        onFirst: (first) => tell({ answer: first }),
        onLoading: (loaded, total) => tell({ loading: loaded < total ? { loaded, total } : null }),
      });
      tell({ answer, isFinal: true, loading: null });
    } catch (error) {
      if (signal.aborted) return;
      this.#album.changed.notice(error);
      tell({ error, loading: null });
    }
  }
}
