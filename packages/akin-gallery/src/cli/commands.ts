import { build } from "./build.js";
import { check } from "./check.js";
import type { Command } from "./command.js";
import { duplicates } from "./duplicates.js";
import { embed } from "./embed.js";
import { index } from "./index-command.js";
import { models } from "./models.js";
import { optimize } from "./optimize.js";
import { search } from "./search.js";
import { serve } from "./serve.js";
import { similar } from "./similar.js";
import { site } from "./site.js";

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  build,
  index,
  embed,
  site,
  serve,
  search,
  similar,
  duplicates,
  models,
  optimize,
  check,
];
