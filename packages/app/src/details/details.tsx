import type { useCard } from "../album/use-card.js";
import { Notice } from "../frame/notice.js";
import { strings } from "../strings.js";
import styles from "./details.module.css";
import { DetailsSkeleton } from "./details-skeleton.js";
import { Facts } from "./facts.js";
import { GroupStrip } from "./group-strip.js";
import { Similar } from "./similar.js";

interface DetailsProps {
  state: ReturnType<typeof useCard>;
  /** Pulls the sheet up and down that the details are on a phone. */
  onPull?: () => void;
}

/** All that is known of a photo: the photos like it first. */
export function Details({ state, onPull }: DetailsProps) {
  return (
    <aside className={styles.details} aria-label={strings.details}>
      <button
        type="button"
        className={styles.handle}
        aria-label={strings.pullDetails}
        onClick={onPull}
      />
      {state.status === "loading" && <DetailsSkeleton />}
      {state.status === "failed" && <Notice title={strings.detailsFailed} onRetry={state.retry} />}
      {state.status === "ready" && (
        <>
          <Similar card={state.card} />
          {state.card.group !== null && (
            <GroupStrip
              kind={state.card.group.kind}
              count={state.card.group.count}
              of={state.card}
            />
          )}
          <Facts card={state.card} />
        </>
      )}
    </aside>
  );
}
