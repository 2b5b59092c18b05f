import { useMemo, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import { useProvideList } from "../album/use-provide-list.js";
import { LikenessSwitch } from "../details/likeness-switch.js";
import { PhotosMain } from "../grid/photos-main.js";
import { TileActions } from "../grid/tile-actions.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage as Address } from "../navigation/route.js";
import { FilterBar } from "../search/filter-bar.js";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import spoken from "../text/spoken.module.css";
import styles from "./alike-page.module.css";
import { AlikeRows } from "./alike-rows.js";
import { ExactOffer } from "./exact-offer.js";
import { exactVectors } from "./exact-vectors.js";
import { PlusMinus } from "./plus-minus.js";
import { keyOf, photoAmongAll, questionOf } from "./question.js";
import { Reach } from "./reach.js";
import { useSectionBlocks } from "./section-blocks.js";
import { sectionsOf, usualNumber } from "./sections.js";
import { Seeds } from "./seeds.js";
import { SeedsContext } from "./seeds-context.js";
import { useAnswer } from "./use-answer.js";
import { useHasLooks } from "./use-has-looks.js";
import { useSeedChanges } from "./use-seed-changes.js";
import { useShown } from "./use-shown.js";

interface AlikePageProps {
  page: Address;
  isPhotoOpen: boolean;
}

/** Photos like some, and unlike others, from the nearest to the farthest. */
export default function AlikePage({ page, isPhotoOpen }: AlikePageProps) {
  const { gallery } = useAlbum();
  const question = questionOf(page);
  const vectors = exactVectors(gallery);
  const exact = useSyncExternalStore(vectors.listeners.subscribe, vectors.state);
  const shownAnswer = useAnswer(question, exact.status === "there");
  const { answer, isOld } = shownAnswer;
  const [show, setShow] = useShown(page, keyOf(question));
  const most = answer?.photos.length ?? 0;
  const shown = answer === null ? 0 : Math.min(most, (!isOld && show) || usualNumber(answer));
  const sections = useMemo(() => answer && sectionsOf(answer, shown), [answer, shown]);
  const rows = useSectionBlocks(sections);
  useProvideList(rows?.list ?? null);
  const actions = useSeedChanges(page, !isPhotoOpen, rows);
  const hasLooks = useHasLooks(photoAmongAll(question));
  return (
    <TileActions value={PlusMinus}>
      <SeedsContext value={actions}>
        <div className={styles.page}>
          <section className={styles.seeds} aria-label={strings.alike.title}>
            <h2 className={styles.title}>{strings.alike.title}</h2>
            <Seeds page={page} />
            {hasLooks && (
              <LikenessSwitch
                likeness={question.by}
                onChoose={(by) => navigation.go({ ...page, by, show: undefined })}
              />
            )}
            {hasLooks && question.by === "look" && (
              <p className={styles.note}>{strings.alike.fewByLook}</p>
            )}
            {most > 1 && <Reach shown={shown} most={most} onChange={setShow} />}
            <ExactOffer gallery={gallery} state={exact} />
          </section>
          <PhotosMain>
            <div className={styles.filter}>
              <FilterBar
                filter={page.filter}
                onChange={(filter) => navigation.go({ ...page, filter, show: undefined })}
              />
            </div>
            <p role="status" className={spoken.spoken}>
              {answer !== null && !isOld && strings.alike.found(describePhotoCount(shown))}
            </p>
            <AlikeRows page={page} answer={shownAnswer} rows={rows} isPhotoOpen={isPhotoOpen} />
          </PhotosMain>
        </div>
      </SeedsContext>
    </TileActions>
  );
}
