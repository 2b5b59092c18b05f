import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { useRoute } from "../navigation/use-navigation.js";
import { strings } from "../strings.js";
import { pictureQuestion, useAskState } from "./ask-by-picture.js";
import styles from "./drop-zone.module.css";
import { pictureModel } from "./picture-model.js";
import { useDroppedFiles } from "./use-dropped-files.js";

/** The whole page as a place to drop a picture: to find photos like it. */
export function DropZone() {
  const { manifest } = useAlbum();
  const state = useAskState();
  const isOver = useDroppedFiles((files) => void pictureQuestion.ask(files, manifest));
  const isAlike = useRoute().page.view === "alike";
  const { states, invitation, invitationToo, promise } = strings.dropped;
  return (
    <>
      {isOver && (
        <div className={styles.over}>
          <div className={styles.invitation}>
            {pictureModel(manifest) !== null ? (
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
      <div role="status" className={styles.status} data-state={state}>
        {state !== "idle" && (
          <>
            <p>{states[state]}</p>
            {state !== "looking" && (
              <IconButton label={strings.dropped.dismiss} onClick={() => pictureQuestion.dismiss()}>
                <Icon name="close" />
              </IconButton>
            )}
          </>
        )}
      </div>
    </>
  );
}
