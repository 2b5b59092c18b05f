import { useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import { canSeePictures, pictureQuestion } from "./ask-by-picture.js";

/** Finds photos like a picture that the visitor chooses, or on a phone takes; nothing where that can't be. */
export function ImageQuestion() {
  const { manifest } = useAlbum();
  const input = useRef<HTMLInputElement>(null);
  if (!canSeePictures(manifest)) return null;
  return (
    <>
      <IconButton label={strings.dropped.choose} onClick={() => input.current?.click()}>
        <Icon name="camera" />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = "";
          if (file !== undefined) void pictureQuestion.ask(file, manifest);
        }}
      />
    </>
  );
}
