// npm run gallery [-- options of akin build]: public/photos/ becomes gallery/, and what is published of it public/gallery/.
import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const akin = fileURLToPath(new URL("../../packages/akin-gallery/bin/akin.js", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [akin, "build", "public/photos", "--out", "gallery", ...process.argv.slice(2)],
  { stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);
rmSync("public/gallery", { recursive: true, force: true });
cpSync("gallery/site", "public/gallery", { recursive: true });
