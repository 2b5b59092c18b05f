import { lazy, Suspense } from "react";
import { useAlbum } from "../album/album-context.js";
import { PageBoundary } from "../frame/page-boundary.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { useRoute } from "../navigation/use-navigation.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import { pictureQuestion, useAskState } from "./ask-by-picture.js";
import styles from "./drop-zone.module.css";
import { pictureModel } from "./picture-model.js";
import { useDroppedFiles } from "./use-dropped-files.js";

const TowerOffer = lazy(() => import("../tower/tower-offer.js"));

/** The whole page as a place to drop a picture: to find photos like it. */
export function DropZone() {
  const { gallery } = useAlbum();
  const state = useAskState();
  const isOver = useDroppedFiles((files) => void pictureQuestion.ask(files, gallery));
  const isAlike = useRoute().page.view === "alike";
  const { states, invitation, invitationToo, promise } = strings.dropped;
  return (
    <>
      {isOver && (
        <div className={styles.over}>
          <div className={styles.invitation}>
            {pictureModel(gallery.manifest) !== null ? (
              <>
                <p>{isAlike ? invitationToo : invitation}</p>
                <p className={styles.promise}>{promise}</p>
              </>
            ) : (
              <p>{states["no-model"]}</p>
            )}
          </div>
        </div>
      )}
      <section className={styles.status} data-state={state} aria-label={strings.dropped.own}>
        <p role="status" className={state === "needs-model" ? spoken.spoken : undefined}>
          {state !== "idle" && states[state]}
        </p>
        {state === "needs-model" && (
          <PageBoundary>
            <Suspense>
              <TowerOffer kind="vision" onThere={() => void pictureQuestion.askAgain(gallery)} />
            </Suspense>
          </PageBoundary>
        )}
        {state !== "idle" && state !== "looking" && (
          <IconButton label={strings.dropped.dismiss} onClick={() => pictureQuestion.dismiss()}>
            <Icon name="close" />
          </IconButton>
        )}
      </section>
    </>
  );
}
