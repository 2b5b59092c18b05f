import { once } from "node:events";
import { WebSocket } from "ws";

type Answer =
  | { type: "success"; id: number; result: Record<string, unknown> }
  | { type: "error"; id: number; error: string; message: string }
  | { type: "event" };

interface Pending {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** Commands of WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/) over one connection. */
export class BidiConnection {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => this.#settle(JSON.parse(String(data))));
    socket.on("close", () => {
      for (const { reject } of this.#pending.values())
        reject(new Error("The browser has closed the connection."));
      this.#pending.clear();
    });
  }

  static async open(url: string): Promise<BidiConnection> {
    const socket = new WebSocket(url);
    await once(socket, "open");
    return new BidiConnection(socket);
  }

  /** @throws Error with the browser's message */
  async send(method: string, params: object): Promise<Record<string, unknown>> {
    const id = this.#nextId++;
    return await new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }

  #settle(answer: Answer): void {
    if (answer.type === "event") return;
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.type === "success") pending?.resolve(answer.result);
    else pending?.reject(new Error(`${answer.error}: ${answer.message}`));
  }
}
