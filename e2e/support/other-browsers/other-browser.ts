/** A browser besides Chromium, driven by the W3C's protocols. */
export interface OtherBrowser {
  /** Its name and version. */
  name: string;
  open(url: string): Promise<void>;
  /**
   * What an expression gives in the page, promises awaited, by way of JSON.
   *
   * @typeParam T the caller's word; not checked
   * @throws Error if the expression throws
   */
  evaluate<T>(expression: string): Promise<T>;
  /** Mouse and keyboard, as in https://www.w3.org/TR/webdriver2/#actions. */
  perform(sources: InputSource[]): Promise<void>;
  close(): Promise<void>;
}

export interface InputSource {
  type: "pointer" | "key";
  id: string;
  actions: Record<string, string | number>[];
}

/** Presses the main mouse button on the first element of a selector, scrolled into view. */
export async function click(browser: OtherBrowser, selector: string): Promise<void> {
  const { x, y } = await browser.evaluate<{ x: number; y: number }>(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  })()`);
  const press = [
    { type: "pointerMove", x, y },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  await browser.perform([{ type: "pointer", id: "mouse", actions: press }]);
}

/** Types into what has the focus. */
export async function typeText(browser: OtherBrowser, text: string): Promise<void> {
  const actions = [...text].flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  await browser.perform([{ type: "key", id: "keyboard", actions }]);
}
