import type { GridBlocks } from "../album/grid-blocks.js";
import { Notice } from "../frame/notice.js";
import type { GapBox } from "../layout/chapter-layout.js";
import { strings } from "../strings.js";
import styles from "./gap.module.css";
import { WaitingRows } from "./waiting-rows.js";

/** The place of photos that have not come yet, in the shape of the rows to come. */
export function Gap({ box: { block, top, height }, blocks }: { box: GapBox; blocks: GridBlocks }) {
  const failed = blocks.hasFailed(block);
  return (
    <div className={styles.gap} style={{ top, height }}>
      {failed ? (
        <Notice title={strings.blockFailed} onRetry={() => void blocks.load(block)} />
      ) : (
        <WaitingRows />
      )}
    </div>
  );
}
