import { lazy, Suspense, useSyncExternalStore } from "react";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import { trail } from "../trail/trail.js";
import { ActionMenu } from "./action-menu.js";
import type { PhotoAction } from "./photo-actions.js";
import styles from "./toolbar.module.css";
import type { DetailsPanel } from "./use-details-panel.js";

const TrailStrip = lazy(() => import("../trail/trail-strip.js"));

interface ToolbarProps {
  /** Null where there are no details to show. */
  panel: DetailsPanel | null;
  actions: readonly PhotoAction[];
}

/** The way out, the way back, and what one can do with the photo. */
export function Toolbar({ panel, actions }: ToolbarProps) {
  const steps = useSyncExternalStore(trail.listeners.subscribe, trail.steps);
  const menu = actions.filter(({ place }) => place !== "bar");
  return (
    <div className={styles.toolbar} data-controls="">
      <IconButton
        className={styles.button}
        label={strings.close}
        onClick={() => navigation.closePhoto()}
      >
        <Icon name="close" />
      </IconButton>
      <div className={styles.trail}>
        {/* One photo is no trail yet, and fetches no code for it. */}
        <Suspense>{steps.length > 1 && <TrailStrip />}</Suspense>
      </div>
      <div className={styles.actions}>
        {actions.map(
          (action) => action.place !== "menu" && <ActionButton key={action.icon} action={action} />,
        )}
        {menu.length > 0 && <ActionMenu actions={menu} />}
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
    </div>
  );
}

function ActionButton({ action }: { action: PhotoAction }) {
  const { icon, place, key, run, href, fileName } = action;
  const label = key === undefined ? action.label : strings.actions.withKey(action.label, key);
  const className = `${styles.button} ${place === "wide" ? styles.wide : ""}`;
  if (run !== undefined) {
    return (
      <IconButton className={className} label={label} onClick={run}>
        <Icon name={icon} />
      </IconButton>
    );
  }
  return (
    <a className={`${styles.link} ${className}`} href={href} download={fileName} title={label}>
      <Icon name={icon} />
      <span className={spoken.spoken}>{label}</span>
    </a>
  );
}
