import { startAkin } from "./run-akin.js";

export interface Served {
  /** Ends with `/`. */
  url: string;
  stop(): Promise<void>;
}

/** `akin serve` on a free port. */
export async function serveGallery(gallery: string): Promise<Served> {
  const args = ["serve", "--out", gallery, "--port", "0", "--json"];
  const { child, finished } = await startAkin(args);
  const line = await Promise.race([
    new Promise<string>((resolve) => child.stdout?.once("data", (data) => resolve(String(data)))),
    finished.then(({ stderr }) => Promise.reject(new Error(`akin serve has ended: ${stderr}`))),
  ]);
  return {
    url: JSON.parse(line).url,
    async stop() {
      child.kill();
      await finished;
    },
  };
}
