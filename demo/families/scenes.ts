import { drawAurora } from "./aurora.js";
import { drawAutumn } from "./autumn.js";
import { drawBeach } from "./beach.js";
import { drawClouds } from "./clouds.js";
import { drawDunes } from "./dunes.js";
import type { DrawScene } from "./family.js";
import { drawFlower } from "./flowers.js";
import { drawForest } from "./forest.js";
import { drawFruit } from "./fruit.js";
import { drawHarbour } from "./harbour.js";
import { drawLake } from "./lake.js";
import { drawLighthouse } from "./lighthouse.js";
import { drawMountains } from "./mountains.js";
import { drawNightCity } from "./night-city.js";
import { drawStreet } from "./street.js";
import { drawSunset } from "./sunset.js";
import { drawWaterfall } from "./waterfall.js";

/** All families of scenes, by the name of their folder. */
export const SCENES = {
  aurora: drawAurora,
  autumn: drawAutumn,
  beach: drawBeach,
  clouds: drawClouds,
  dunes: drawDunes,
  flowers: drawFlower,
  forest: drawForest,
  fruit: drawFruit,
  harbour: drawHarbour,
  lake: drawLake,
  lighthouse: drawLighthouse,
  mountains: drawMountains,
  "night-city": drawNightCity,
  street: drawStreet,
  sunset: drawSunset,
  waterfall: drawWaterfall,
} satisfies Record<string, DrawScene>;

/** The name of a family. */
export type Family = keyof typeof SCENES;
