import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { openKeysDialog } from "../settings/keys-dialog.js";
import { strings } from "../strings.js";

/** Opens what is seldom needed: the keys, and what the gallery is. */
export function Menu() {
  return (
    <IconButton label={strings.keys.open} onClick={openKeysDialog}>
      <Icon name="help" />
    </IconButton>
  );
}
