import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.js";
import { PageLink } from "../navigation/page-link.js";
import type { Page } from "../navigation/route.js";
import spoken from "../text/spoken.module.css";
import styles from "./fact.module.css";

/** A text, or one that leads to the photos of which the same is true. */
export type FactPart = string | { text: string; page: Page };

interface FactProps {
  icon: IconName;
  /** What the fact is about, for those who can't see the icon. */
  label: string;
  /** The first line is the fact itself, the others are quieter; parts of a line follow each other. Empty ones are left out. */
  lines: readonly (FactPart | readonly FactPart[])[];
  /** Below the lines. */
  children?: ReactNode;
}

/** One thing that is known of a photo; nothing where there is nothing to say. */
export function Fact({ icon, label, lines, children }: FactProps) {
  const said = lines
    .map((line): readonly FactPart[] => (isPart(line) ? [line] : line))
    .map((line) => line.filter((part) => textOf(part) !== ""))
    .filter((line) => line.length > 0);
  if (said.length === 0) return null;
  return (
    <div className={styles.fact}>
      <dt className={styles.label} title={label}>
        <Icon name={icon} />
        <span className={spoken.spoken}>{label}</span>
      </dt>
      <dd className={styles.text}>
        {said.map((line, at) => (
          <p key={line.map(textOf).join(", ")} className={at > 0 ? styles.more : undefined}>
            {line.map((part, place) => (
              <FactText key={textOf(part)} part={part} isFirst={place === 0} />
            ))}
          </p>
        ))}
        {children}
      </dd>
    </div>
  );
}

function FactText({ part, isFirst }: { part: FactPart; isFirst: boolean }) {
  return (
    <>
      {!isFirst && ", "}
      {typeof part === "string" ? (
        part
      ) : (
        <PageLink className={styles.link} page={part.page}>
          {part.text}
        </PageLink>
      )}
    </>
  );
}

function isPart(line: FactPart | readonly FactPart[]): line is FactPart {
  return !Array.isArray(line);
}

function textOf(part: FactPart): string {
  return typeof part === "string" ? part : part.text;
}
