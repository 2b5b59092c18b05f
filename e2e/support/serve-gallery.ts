import { startAkin } from "./run-akin.js";

export interface Served {
  /** Ends with `/`. */
  url: string;
  stop(): Promise<void>;
}

/** `akin serve` on a free port. */
export async function serveGallery(gallery: string, more: string[] = []): Promise<Served> {
  const { child, finished } = await startAkin(["serve", "--out", gallery, "--port", "0", ...more]);
  const line = await Promise.race([
    new Promise<string>((resolve) => child.stdout?.once("data", (data) => resolve(String(data)))),
    finished.then(({ stderr }) => Promise.reject(new Error(`akin serve has ended: ${stderr}`))),
  ]);
  return {
    url: line.split(" ")[0] ?? "",
    async stop() {
      child.kill();
      await finished;
    },
  };
}
