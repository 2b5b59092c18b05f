import { type PlacePoints, packIndex, placeIndex } from "./place-index.js";

addEventListener("message", ({ data }: MessageEvent<PlacePoints>) => {
  const { packed, transfer } = packIndex(placeIndex(data));
  postMessage(packed, { transfer });
});
