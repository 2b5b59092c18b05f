import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/**
 * A browser that is asked nothing but what a call asks. Playwright has each page's network watched, for which Chromium
 * keeps up to 100 MB of answers in the page's process; a visitor's browser doesn't.
 */
export class BareBrowser {
  private readonly pending = new Map<number, (answer: Answer) => void>();
  private calls = 0;
  private received = "";

  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
  ) {
    const [, , , , answers] = process.stdio;
    (answers as Readable).setEncoding("utf8").on("data", (text: string) => this.receive(text));
  }

  /** @param executable path of Chromium or Chrome */
  static launch(executable: string, args: readonly string[]): BareBrowser {
    const profile = mkdtempSync(join(tmpdir(), "akin-bare-browser-"));
    const own = ["--headless", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"] as const;
    const all = [...args, ...own, "about:blank"];
    return new BareBrowser(spawn(executable, all, { stdio: [...stdio] }), profile);
  }

  /** One call of Chrome's DevTools Protocol. */
  async call<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.calls;
    const answered = new Promise<Answer>((resolve) => this.pending.set(id, resolve));
    const calls = this.process.stdio[3] as Writable;
    calls.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  async open(url: string, size: { width: number; height: number }): Promise<BarePage> {
    const { targetId } = await this.call<{ targetId: string }>("Target.createTarget", {
      url: "about:blank",
    });
    const { sessionId } = await this.call<{ sessionId: string }>("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    const screen = { ...size, deviceScaleFactor: 1, mobile: false };
    await this.call("Emulation.setDeviceMetricsOverride", screen, sessionId);
    await this.call("Page.navigate", { url }, sessionId);
    return new BarePage(this, sessionId);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.call("Browser.close");
    await ended;
    rmSync(this.profile, { recursive: true, force: true });
  }

  private receive(text: string): void {
    const messages = (this.received + text).split("\0");
    this.received = messages.pop() ?? "";
    for (const message of messages) {
      const answer: Answer = JSON.parse(message);
      if (answer.id === undefined) continue;
      this.pending.get(answer.id)?.(answer);
      this.pending.delete(answer.id);
    }
  }
}

/** A page of it. */
export class BarePage {
  constructor(
    private readonly browser: BareBrowser,
    private readonly session: string,
  ) {}

  /** Runs a function of its own in the page. @returns what it returns, or what that comes to be */
  async evaluate<T, Argument = undefined>(
    work: (argument: Argument) => T | Promise<T>,
    argument?: Argument,
  ): Promise<T> {
    const expression = `(${work})(${JSON.stringify(argument)})`;
    const { result, exceptionDetails } = await this.browser.call<{
      result: { value: T };
      exceptionDetails?: { text: string };
    }>("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, this.session);
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** Waits until a function of its own returns true in the page. */
  async waitFor(isThere: () => boolean): Promise<void> {
    while (!(await this.evaluate(isThere))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
