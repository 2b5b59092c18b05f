import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface SlowHost {
  /** Ends with `/`. */
  url: string;
  /** From now on takes requests and says nothing. */
  hold(): void;
  /** Answers them all, and those to come. */
  release(): void;
  close(): void;
}

/** A host that passes everything on to another one, but for the times when it keeps silent. */
export async function slowHost(target: string): Promise<SlowHost> {
  let held: (() => void)[] | null = null;
  const server = createServer((asked, answer) => {
    const pass = () => {
      const { method, headers } = asked;
      const passed = request(new URL(asked.url ?? "", target), { method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      passed.on("error", (error) => answer.destroy(error));
      asked.pipe(passed);
    };
    if (held === null) pass();
    else held.push(pass);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hold() {
      held = [];
    },
    release() {
      const waiting = held ?? [];
      held = null;
      for (const pass of waiting) pass();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
