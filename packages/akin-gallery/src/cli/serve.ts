import { galleryPaths } from "../gallery-paths.js";
import { serveSite } from "../serve/serve-site.js";
import type { Command } from "./command.js";

const DEFAULT_PORT = 4173;

export const serve: Command = {
  name: "serve",
  summary: "show site/ on this computer, as a web host would",
  positionals: { least: 0, most: 0, name: "" },
  options: ["out", "port", "cors", "quiet", "debug", "json"],
  async run({ values, options, effects }) {
    const { site } = galleryPaths(options.out);
    const port = typeof values.port === "number" ? values.port : DEFAULT_PORT;
    const server = await serveSite(site, port, { cors: options.cors });
    const url = `http://localhost:${server.port}/`;
    if (values.json === true) process.stdout.write(`${JSON.stringify({ url, site })}\n`);
    else process.stdout.write(`${url} (Ctrl-C stops it)\n`);
    await new Promise<void>((resolve) => {
      if (effects.signal.aborted) resolve();
      effects.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await server.close();
    return { json: [], text: [] };
  },
};
