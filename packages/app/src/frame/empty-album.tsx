import { strings } from "../strings.js";
import { Notice } from "./notice.js";

export function EmptyAlbum() {
  const [before, after] = strings.emptyHint;
  return (
    <Notice title={strings.emptyTitle}>
      {before}
      <code>akin build</code>
      {after}
    </Notice>
  );
}
