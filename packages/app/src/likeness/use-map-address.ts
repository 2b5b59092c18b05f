import { useEffect, useRef } from "react";
import { navigation } from "../navigation/navigation.js";
import { cameraOfAt } from "./camera.js";
import type { MapScene } from "./map-scene.js";

/** Keeps the address in line with where one looks, and the other way round. */
export function useMapAddress(scene: MapScene | null, at: string | null): void {
  const written = useRef(at);

  useEffect(() => {
    if (scene === null || at === written.current) return;
    written.current = at;
    scene.camera.goTo(cameraOfAt(at));
  }, [scene, at]);

  useEffect(
    () =>
      scene?.rested.subscribe(() => {
        const route = navigation.route();
        if (route.page.view !== "likeness" || route.photo !== null) return;
        if (written.current === scene.camera.at) return;
        written.current = scene.camera.at;
        navigation.replace({ view: "likeness", at: scene.camera.at });
      }),
    [scene],
  );
}
