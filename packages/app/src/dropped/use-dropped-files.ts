import { useEffect, useEffectEvent, useState } from "react";

/**
 * Takes image files that are dropped or pasted anywhere on the page.
 *
 * @returns whether files are being dragged over it
 */
export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((data: DataTransfer | null) => {
    const images = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    if (images.length > 0) onFiles(images);
    return images.length > 0;
  });

  useEffect(() => {
    /** A photo of the page itself, which browsers offer as a file too. */
    let isOwn = false;
    const hasFiles = ({ dataTransfer }: DragEvent) =>
      !isOwn && dataTransfer?.types.includes("Files") === true;

    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without it the browser would open the file in place of the page.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      if (take(event.clipboardData)) event.preventDefault();
    };

    const controller = new AbortController();
    const { signal } = controller;
    addEventListener(
      "dragstart",
      () => {
        isOwn = true;
      },
      { signal },
    );
    addEventListener(
      "dragend",
      () => {
        isOwn = false;
      },
      { signal },
    );
    addEventListener("dragenter", over, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", leave, { signal });
    addEventListener("drop", drop, { signal });
    addEventListener("paste", paste, { signal });
    return () => controller.abort();
  }, []);
  return isOver;
}
