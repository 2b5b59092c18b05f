import { useAlbum } from "../album/album-context.js";
import type { CardState } from "../album/cards.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import { pictureModel } from "../dropped/picture-model.js";
import { photoExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import { selection, useIsSelected } from "../selection/selection.js";
import { strings } from "../strings.js";
import { type PhotoAction, photoActions } from "./photo-actions.js";
import { sharePhoto } from "./share-photo.js";
import type { DetailsPanel } from "./use-details-panel.js";
import { useFullScreen } from "./use-full-screen.js";
import { useMessage } from "./use-message.js";
import { usePhotoKeys } from "./use-photo-keys.js";
import type { Show } from "./use-show.js";
import { useIsZoomed } from "./zoom/use-zoom.js";
import type { Zoom } from "./zoom/zoom.js";

interface OpenPhoto {
  id: number;
  state: CardState;
  /** Undefined until it is known how to draw it. */
  photo: PhotoSummary | undefined;
  previous: PhotoSummary | undefined;
  next: PhotoSummary | undefined;
  panel: DetailsPanel;
  zoom: Zoom;
  show: Show;
  /** Lets one choose a part of the photo. */
  onPart: () => void;
}

interface PhotoCommands {
  actions: PhotoAction[];
  /** What became of the last one, where that is not to be seen. */
  message: string;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** All that one can do with the open photo, by buttons, gestures and keys. */
export function usePhotoCommands(open: OpenPhoto): PhotoCommands {
  const { id, state, photo, previous, next, panel, zoom, show, onPart } = open;
  const { gallery, manifest } = useAlbum();
  const canAsk = manifest.vectors !== null;
  const fullScreen = useFullScreen();
  const isZoomed = useIsZoomed(zoom);
  const isSelected = useIsSelected(id);
  const [message, say] = useMessage();
  const share = async () => {
    const became = await sharePhoto(gallery, id, photo?.label ?? strings.photoView);
    if (became !== "shared") say(strings.shared[became]);
  };
  const select = () => {
    selection.toggle(id);
    say(strings.selection.count(selection.ids().length));
  };
  const onPrevious = previous && (() => navigation.replacePhoto(previous.id));
  const onNext = next && (() => navigation.replacePhoto(next.id));
  const onClose = () => navigation.closePhoto();
  const shared = {
    onPlay: photo && !show.isOn ? show.start : undefined,
    onFullScreen: fullScreen.toggle,
    onAlike: canAsk ? () => navigation.go(likeThis(id)) : undefined,
    onPart: photo && canAsk && pictureModel(manifest) !== null && !show.isOn ? onPart : undefined,
    onSelect: canAsk ? select : undefined,
  };
  usePhotoKeys(zoom, {
    ...shared,
    onEscape: show.isOn ? show.stop : fullScreen.isOn ? fullScreen.leave : onClose,
    onPrevious,
    onNext,
    onDetails: show.isOn ? undefined : panel.toggle,
  });
  const actions = photoActions({
    ...shared,
    card: state.status === "ready" ? state.card : undefined,
    isZoomed,
    isFullScreen: fullScreen.isOn,
    isSelected,
    onZoom: () => zoom.toggle(),
    onShare: () => void share(),
  });
  return { actions, message, onPrevious, onNext, onClose };
}

function likeThis(id: number) {
  return {
    view: "alike",
    plus: photoExamples([id]),
    minus: [],
    by: "subject",
    filter: {},
  } as const;
}
