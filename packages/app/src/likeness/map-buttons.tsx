import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import styles from "./map-buttons.module.css";
import type { MapScene } from "./map-scene.js";
import { KEY_ZOOM } from "./use-map-keys.js";

export function MapButtons({ scene }: { scene: MapScene }) {
  const { zoomIn, zoomOut, whole } = strings.likenessMap;
  return (
    <div className={styles.buttons}>
      <IconButton label={zoomIn} onClick={() => scene.zoom(KEY_ZOOM)}>
        <Icon name="zoomIn" />
      </IconButton>
      <IconButton label={zoomOut} onClick={() => scene.zoom(1 / KEY_ZOOM)}>
        <Icon name="zoomOut" />
      </IconButton>
      <IconButton label={whole} onClick={() => scene.camera.whole()}>
        <Icon name="whole" />
      </IconButton>
    </div>
  );
}
