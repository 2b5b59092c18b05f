import { type AddressInfo, createServer } from "node:net";
import { startAkin } from "./run-akin.js";

export interface Served {
  /** Ends with `/`. */
  url: string;
  stop(): Promise<void>;
}

/** `akin serve` on a free port. */
export async function serveGallery(gallery: string): Promise<Served> {
  const port = String(await freePort());
  const { child, finished } = await startAkin(["serve", "--out", gallery, "--port", port]);
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

/** The command takes no 0 for any free port. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
