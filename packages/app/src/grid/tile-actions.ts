import { type ComponentType, createContext } from "react";
import type { PhotoSummary } from "../album/photo-summary.js";

/** What else a page offers for each photo, over its tile; the same component as long as the page is open. */
export const TileActions = createContext<ComponentType<{ photo: PhotoSummary }> | null>(null);
