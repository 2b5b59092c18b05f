import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AkinError } from "../akin-error.js";
import { describeError, errorCode } from "../describe-error.js";
import type { SiteServer } from "./serve-site.js";

/** This computer's own addresses: browsers try one of them for "localhost", and not each tries the other one too. */
const ADDRESSES = ["127.0.0.1", "::1"] as const;

/** What a system answers that has no addresses of the kind. */
const NO_SUCH_ADDRESS = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT", "EPROTONOSUPPORT"]);

/** Any free port of one address may be taken at the other. */
const TRIES = 20;

/**
 * Listens on one port of all of this computer's own addresses, and on no other.
 * @throws AkinError `FAILED` if the port is taken
 */
export async function listenLocally(port: number, create: () => Server): Promise<SiteServer> {
  for (let attempt = 1; ; attempt++) {
    const servers: Server[] = [];
    let chosen = port;
    try {
      for (const address of ADDRESSES) {
        const server = create();
        if (!(await listen(server, chosen, address))) continue;
        servers.push(server);
        chosen = (server.address() as AddressInfo).port;
      }
      if (servers.length === 0) throw new Error("this computer has no address of its own");
      return { port: chosen, close: () => closeAll(servers) };
    } catch (error) {
      await closeAll(servers);
      const isTaken = errorCode(error) === "EADDRINUSE";
      if (isTaken && port === 0 && attempt < TRIES) continue;
      const message = isTaken
        ? `port ${port} is taken; choose another with --port`
        : `can't serve on port ${port}: ${describeError(error)}`;
      throw new AkinError("FAILED", message, { cause: error });
    }
  }
}

/** @returns whether the system has the address */
function listen(server: Server, port: number, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (NO_SUCH_ADDRESS.has(errorCode(error) ?? "")) resolve(false);
      else reject(error);
    });
    server.listen(port, address, () => resolve(true));
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  const closing = servers.map((server) => {
    return new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  });
  await Promise.all(closing);
}
