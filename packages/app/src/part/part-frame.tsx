import type { KeyboardEvent } from "react";
import { type Part, WHOLE_PART } from "../navigation/example.js";
import { strings } from "../strings.js";
import { describeShare } from "../text/measures.js";
import spoken from "../text/spoken.module.css";
import { CORNERS } from "./part.js";
import styles from "./part-frame.module.css";
import type { ChosenPart } from "./use-part.js";

interface PartFrameProps {
  chosen: ChosenPart;
  /** Enter on the part or a corner of it. */
  onEnter: () => void;
}

/** The part over its photo, and what one takes hold of to change it. */
export function PartFrame({ chosen, onEnter }: PartFrameProps) {
  const { part, isByKey, onPointerDown, onPointerMove, onPointerUp } = chosen;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Enter") {
      event.preventDefault();
      onEnter();
    } else chosen.onKeyDown(event);
  };
  const share = (value: number) => `${(100 * value) / WHOLE_PART}%`;
  const box = {
    left: share(part.x),
    top: share(part.y),
    width: share(part.width),
    height: share(part.height),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard it is the buttons in it
    <div
      className={styles.area}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      <div className={styles.shade}>
        <div className={styles.meant} style={box} />
      </div>
      <div className={styles.part} style={box}>
        <button
          type="button"
          className={styles.whole}
          data-hold="whole"
          aria-label={strings.part.move}
        />
        {CORNERS.map((corner) => (
          <button
            key={corner}
            type="button"
            className={`${styles.corner} ${styles[corner]}`}
            data-hold={corner}
            aria-label={strings.part.corners[corner]}
          />
        ))}
      </div>
      <p role="status" className={spoken.spoken}>
        {isByKey && describePart(part)}
      </p>
    </div>
  );
}

function describePart({ x, y, width, height }: Part): string {
  const share = (value: number) => describeShare(value / WHOLE_PART);
  return strings.part.at(share(x), share(y), share(width), share(height));
}
