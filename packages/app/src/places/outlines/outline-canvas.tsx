import { useLayoutEffect, useRef } from "react";
import { useThemeVersion } from "../../theme/use-theme-version.js";
import type { MapSize, MapView } from "../map/map-view.js";
import type { Country } from "./country.js";
import { drawCountries } from "./draw-countries.js";
import { mapColours } from "./map-colours.js";
import styles from "./outline-canvas.module.css";

interface OutlineCanvasProps {
  countries: readonly Country[];
  view: MapView;
  size: MapSize;
}

/** The outlines of land and countries. */
export function OutlineCanvas({ countries, view, size }: OutlineCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useThemeVersion();
  const ratio = Math.min(3, devicePixelRatio);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme stands for the colours of the styles
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    drawCountries(context, countries, view, size, mapColours(canvas), ratio);
  }, [countries, view, size, ratio, theme]);

  return (
    <canvas
      ref={ref}
      className={styles.canvas}
      width={Math.round(size.width * ratio)}
      height={Math.round(size.height * ratio)}
    />
  );
}
