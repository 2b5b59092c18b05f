import { useAlbum } from "../album/album-context.js";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import styles from "./about-dialog.module.css";
import { closeDialog, Dialog, openDialog } from "./dialog.js";
import { openKeysDialog } from "./keys-dialog.js";
import { SafeLink } from "./safe-link.js";

const ID = "about-dialog";

export function openAboutDialog(): void {
  openDialog(ID);
}

/** What the gallery is: its owner's words, links and licence; and the way to the keys. */
export function AboutDialog() {
  const { title, photos, presentation } = useAlbum().manifest;
  const { description, links, licence } = presentation;
  const showKeys = () => {
    closeDialog(ID);
    openKeysDialog();
  };
  return (
    <Dialog id={ID} title={title}>
      {description !== null && <p className={styles.description}>{description}</p>}
      {links.length > 0 && (
        <ul className={styles.links}>
          {links.map(({ label, url }) => (
            <li key={`${label} ${url}`}>
              <SafeLink url={url}>{label}</SafeLink>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.facts}>
        {describePhotoCount(photos)}
        {licence !== null && (
          <>
            {" · "}
            {licence.url === null ? (
              licence.name
            ) : (
              <SafeLink url={licence.url} rel="license">
                {licence.name}
              </SafeLink>
            )}
          </>
        )}
      </p>
      <div className={styles.foot}>
        <button type="button" className={styles.keys} onClick={showKeys}>
          {strings.keys.open}
        </button>
        <span>{strings.madeWith}</span>
      </div>
    </Dialog>
  );
}
