import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { useRoute } from "../navigation/use-navigation.js";
import { strings } from "../strings.js";
import { pictureQuestion } from "./ask-by-picture.js";
import styles from "./picture-panel.module.css";

/** How pictures of one's own become a question, and that they stay here. */
export default function PicturePanel({ onDone }: { onDone: () => void }) {
  const { gallery } = useAlbum();
  const isAlike = useRoute().page.view === "alike";
  const titleId = useId();
  const hasTouch = matchMedia("(pointer: coarse)").matches;
  const ask = (files: readonly File[]) => {
    onDone();
    void pictureQuestion.ask(files, gallery);
  };
  const { title, titleToo, fromFiles, fromCamera, orElse, promise } = strings.dropped;
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {isAlike ? titleToo : title}
      </h2>
      <FileButton isFirst onFiles={ask}>
        <Icon name="photos" />
        {fromFiles}
      </FileButton>
      {hasTouch && (
        <FileButton isFirst={false} capture onFiles={ask}>
          <Icon name="camera" />
          {fromCamera}
        </FileButton>
      )}
      {!hasTouch && <p className={styles.note}>{orElse}</p>}
      <p className={styles.note}>{promise}</p>
    </section>
  );
}

interface FileButtonProps {
  /** Whether it is where one goes on by keyboard. */
  isFirst: boolean;
  /** Whether it opens the camera at once. */
  capture?: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

function FileButton({ isFirst, capture = false, onFiles, children }: FileButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.way}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture={capture ? "environment" : undefined}
        multiple={!capture}
        hidden
        onChange={({ target }) => onFiles([...(target.files ?? [])])}
      />
    </>
  );
}
