import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import { Notice } from "./notice.js";

/** For an address that names no photo of this gallery. */
export function UnknownPhoto() {
  const action = {
    label: strings.toGallery,
    onClick: () => navigation.go({ view: "photos", filter: {} }),
  };
  return (
    <main>
      <Notice title={strings.unknownPhoto} action={action}>
        {strings.unknownPhotoHint}
      </Notice>
    </main>
  );
}
