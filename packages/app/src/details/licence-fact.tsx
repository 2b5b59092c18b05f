import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import fact from "./fact.module.css";

/** What others may do with the photo, where the owner says so. */
export function LicenceFact() {
  const { licence } = useAlbum().manifest.presentation;
  if (licence === null) return null;
  return (
    <div className={fact.fact}>
      <dt className={fact.label} title={strings.licence}>
        <Icon name="licence" />
        <span className={spoken.spoken}>{strings.licence}</span>
      </dt>
      <dd className={fact.text}>
        {licence.url === null ? (
          licence.name
        ) : (
          <a className={fact.link} href={licence.url} rel="license noopener" target="_blank">
            {licence.name}
          </a>
        )}
      </dd>
    </div>
  );
}
