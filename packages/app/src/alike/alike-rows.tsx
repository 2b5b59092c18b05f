import { lazy, Suspense } from "react";
import { NeedsModel } from "../dropped/needs-model.js";
import { isGonePicture } from "../dropped/pictures.js";
import { Notice } from "../frame/notice.js";
import { PhotoRows } from "../grid/photo-rows.js";
import { WaitingRows } from "../grid/waiting-rows.js";
import { isEmptyFilter } from "../navigation/filter-params.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage } from "../navigation/route.js";
import { SearchFailed } from "../search/search-failed.js";
import { strings } from "../strings.js";
import { describeBytes } from "../text/measures.js";
import styles from "./alike-page.module.css";
import type { SectionBlocks } from "./section-blocks.js";
import type { useAnswer } from "./use-answer.js";

const TowerOffer = lazy(() => import("../tower/tower-offer.js"));

interface AlikeRowsProps {
  page: AlikePage;
  answer: ReturnType<typeof useAnswer>;
  rows: SectionBlocks | null;
  isPhotoOpen: boolean;
}

/** The answer in rows, or what there is in its place. */
export function AlikeRows({ page, answer: shown, rows, isPhotoOpen }: AlikeRowsProps) {
  const { answer, isFinal, isOld, error, loading, retry } = shown;
  if (error instanceof NeedsModel) {
    return (
      <Suspense>
        <TowerOffer kind="vision" onThere={retry} />
      </Suspense>
    );
  }
  if (error !== null && answer === null) return <SearchFailed error={error} onRetry={retry} />;
  if (answer === null) {
    return (
      <div className={styles.waiting} aria-busy="true">
        {loading !== null && (
          <p className={styles.note}>
            {strings.alike.loading(describeBytes(loading.loaded), describeBytes(loading.total))}
          </p>
        )}
        <WaitingRows />
      </div>
    );
  }
  if (answer.photos.length === 0) return isFinal ? <NothingAlike page={page} /> : <WaitingRows />;
  const isAlike = !answer.hasWords || answer.photos.some(({ word }) => word !== null);
  return (
    <div className={styles.rows} data-old={isOld} aria-busy={isOld || (!isFinal && error === null)}>
      {!isAlike && isFinal && <p className={styles.note}>{strings.alike.none}</p>}
      {error !== null && <SearchFailed error={error} onRetry={retry} />}
      {rows !== null && (
        <PhotoRows blocks={rows.blocks} group={rows.group} isPhotoOpen={isPhotoOpen} />
      )}
    </div>
  );
}

function NothingAlike({ page }: { page: AlikePage }) {
  const isGone = [...page.plus, ...page.minus].some(isGonePicture);
  if (isGone || isEmptyFilter(page.filter)) {
    return (
      <Notice
        title={isGone ? strings.dropped.gone : strings.alike.nothing}
        action={{
          label: strings.toGallery,
          onClick: () => navigation.go({ view: "photos", filter: {} }),
        }}
      />
    );
  }
  return (
    <Notice
      title={strings.alike.nothingInFilter}
      action={{
        label: strings.alike.withoutFilter,
        onClick: () => navigation.go({ ...page, filter: {}, show: undefined }),
      }}
    />
  );
}
