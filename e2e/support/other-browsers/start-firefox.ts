import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BidiConnection } from "./bidi-connection.js";
import type { OtherBrowser } from "./other-browser.js";
import { printedBy } from "./printed-by.js";

/** No pages of its own, no updates, nothing asked of its makers. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage": "about:blank",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** Starts Firefox without a window, as a new visitor. */
export async function startFirefox(program: string): Promise<OtherBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "akin-test-firefox-"));
  const preferences = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), preferences.join(""));
  const child = spawn(
    program,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, "exit");
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await printedBy(child, child.stderr, /WebDriver BiDi listening on (ws:\S+)/);
    const connection = await BidiConnection.open(`${address}/session`);
    return await connected(connection, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connected(bidi: BidiConnection, stop: () => Promise<void>): Promise<OtherBrowser> {
  const { capabilities } = await bidi.send("session.new", { capabilities: {} });
  const { browserVersion } = capabilities as { browserVersion: string };
  const tree = await bidi.send("browsingContext.getTree", {});
  const [{ context } = { context: "none" }] = tree.contexts as { context: string }[];
  return {
    name: `Firefox ${browserVersion}`,
    async open(url) {
      await bidi.send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async evaluate(expression) {
      const answer = await bidi.send("script.evaluate", {
        expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
        target: { context },
        awaitPromise: true,
      });
      const { type, result, exceptionDetails } = answer as {
        type: "success" | "exception";
        result?: { value: string };
        exceptionDetails?: { text: string };
      };
      if (type === "exception") throw new Error(`${exceptionDetails?.text} in ${expression}`);
      return JSON.parse(result?.value ?? "{}").value;
    },
    async perform(sources) {
      await bidi.send("input.performActions", { context, actions: sources });
    },
    async close() {
      bidi.close();
      await stop();
    },
  };
}
