import { type ReactNode, useId } from "react";
import { strings } from "../strings.js";
import styles from "./section.module.css";
import textButton from "./text-button.module.css";
import type { Asked } from "./use-asked.js";

interface SectionProps<T> {
  title: string;
  asked: Asked<T>;
  children: (value: T, titleId: string) => ReactNode;
}

/** A part of the filters, as soon as its values are known. */
export function Section<T>({ title, asked, children }: SectionProps<T>) {
  const id = useId();
  const { value, failed, retry } = asked;
  const content = value === undefined ? null : children(value, id);
  if (!failed && value !== undefined && content === null) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
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
