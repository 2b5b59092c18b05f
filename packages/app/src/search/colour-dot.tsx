import styles from "./colour-dot.module.css";

/** What the gallery's main colours look like; always beside their names. */
const SWATCHES: Readonly<Record<string, string>> = {
  red: "#d93a34",
  orange: "#ee8a2e",
  yellow: "#f0cd3a",
  green: "#4c9f4a",
  turquoise: "#35b3ac",
  blue: "#3b76d6",
  purple: "#8653c6",
  pink: "#ea86b0",
  brown: "#7d5535",
  black: "#161616",
  grey: "#8d8d90",
  white: "#fafafa",
};

export function ColourDot({ colour }: { colour: string }) {
  return (
    <span className={styles.dot} style={{ background: SWATCHES[colour] }} aria-hidden="true" />
  );
}
