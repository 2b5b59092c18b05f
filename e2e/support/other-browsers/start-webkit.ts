import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { OtherBrowser } from "./other-browser.js";
import { printedBy } from "./printed-by.js";

/** Programs of Debian's packages `webkit2gtk-driver` and `xvfb`. */
export interface WebKitPrograms {
  driver: string;
  browser: string;
  display: string;
}

/** Starts WebKitGTK's browser on a display of its own, through its WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function startWebKit(programs: WebKitPrograms): Promise<OtherBrowser> {
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, "exit");
    }
  };
  try {
    const screen = ["-displayfd", "1", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"];
    const display = spawn(programs.display, screen, { stdio: ["ignore", "pipe", "ignore"] });
    children.push(display);
    const number = await printedBy(display, display.stdout, /(\d+)\n/);
    const port = await freePort();
    const driver = spawn(programs.driver, [`--port=${port}`, "--host=127.0.0.1"], {
      stdio: "ignore",
      env: { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: "x11" },
    });
    children.push(driver);
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    return await connected(address, programs.browser, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connected(
  address: string,
  program: string,
  stop: () => Promise<void>,
): Promise<OtherBrowser> {
  const options = { binary: program, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const created = await ask("POST", `${address}/session`, { capabilities });
  const session = created as {
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  };
  const url = `${address}/session/${session.sessionId}`;
  return {
    name: `WebKitGTK ${session.capabilities.browserVersion}`,
    async open(page) {
      await ask("POST", `${url}/url`, { url: page });
    },
    async evaluate(expression) {
      const script = `const done = arguments[0];
        (async () => (${expression}))().then((value) => done({ json: JSON.stringify({ value }) }), (error) => done({ error: String(error) }));`;
      const answer = await ask("POST", `${url}/execute/async`, { script, args: [] });
      const { json, error } = answer as { json?: string; error?: string };
      if (json === undefined) throw new Error(`${error} in ${expression}`);
      return JSON.parse(json).value;
    },
    async perform(actions) {
      await ask("POST", `${url}/actions`, { actions });
    },
    async close() {
      await ask("DELETE", url);
      await stop();
    },
  };
}

/** @throws Error with the driver's message */
async function ask(method: "POST" | "DELETE", url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, body: body ? JSON.stringify(body) : null });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}

/** Waits until the driver listens; it says nothing when it does. */
async function answers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}
