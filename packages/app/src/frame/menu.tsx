import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { openAboutDialog } from "../settings/about-dialog.js";
import { strings } from "../strings.js";

/** Opens what is seldom needed: what the gallery is, and the keys. */
export function Menu() {
  return (
    <IconButton label={strings.about} onClick={openAboutDialog}>
      <Icon name="info" />
    </IconButton>
  );
}
