import { type ReactNode, type RefObject, useId } from "react";
import { strings } from "../strings.js";
import styles from "./section.module.css";
import textButton from "./text-button.module.css";
import type { Asked } from "./use-asked.js";

interface SectionProps<T> {
  ref: RefObject<HTMLElement | null>;
  title: string;
  asked: Asked<T>;
  /** Null where there is nothing to choose from. */
  children: (value: T, titleId: string) => ReactNode;
}

/** A part of the filters, as soon as its values are known. */
export function Section<T>({ ref, title, asked, children }: SectionProps<T>) {
  const id = useId();
  const { value, failed, retry } = asked;
  const content = value === undefined ? null : children(value, id);
  // It stays to be seen when there is something in it.
  if (!failed && value !== undefined && content === null) return <section ref={ref} />;
  return (
    <section ref={ref} className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {failed ? (
        <p>
          {strings.search.facetsFailed}{" "}
          <button type="button" className={textButton.button} onClick={retry}>
            {strings.tryAgain}
          </button>
        </p>
      ) : (
        (content ?? <div className={styles.waiting} />)
      )}
    </section>
  );
}
