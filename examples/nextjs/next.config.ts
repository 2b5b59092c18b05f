import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const config: NextConfig = {
  // Plain files in out/, for any host.
  output: "export",
  trailingSlash: true,
  // Next.js takes the folder of the topmost lock file for the project's; this example lies within another project.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
};

export default config;
