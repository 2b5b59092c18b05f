import type { Manifest } from "akin-browser";
import { useEffect } from "react";
import { registerServiceWorker } from "../offline/register-service-worker.js";

/** Gives the page the gallery's colour, and has it kept for when there is no network, if its owner wants that. */
export function usePresentation({ presentation }: Manifest): void {
  const { accent, installable } = presentation;
  useEffect(() => {
    if (accent === null) return;
    const value = `light-dark(${accent.light}, ${accent.dark})`;
    document.documentElement.style.setProperty("--accent", value);
  }, [accent]);
  useEffect(() => {
    if (installable) void registerServiceWorker();
  }, [installable]);
}
