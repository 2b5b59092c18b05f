import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import styles from "./toolbar.module.css";
import type { DetailsPanel } from "./use-details-panel.js";

/** @param panel null where there are no details to show */
export function Toolbar({ panel }: { panel: DetailsPanel | null }) {
  return (
    <div className={styles.toolbar}>
      <IconButton
        className={styles.button}
        label={strings.close}
        onClick={() => navigation.closePhoto()}
      >
        <Icon name="close" />
      </IconButton>
      {panel !== null && (
        <IconButton
          className={styles.button}
          label={strings.detailsKey}
          pressed={panel.isOpen}
          onClick={panel.toggle}
        >
          <Icon name="info" />
        </IconButton>
      )}
    </div>
  );
}
