import type { CDPSession, Page } from "playwright-core";

interface Point {
  x: number;
  y: number;
}

/** Fingers on a page, as Chromium's own touch input. */
export async function touch(page: Page) {
  const input = await page.context().newCDPSession(page);
  return {
    /** One finger from here to there, which rests there before it lets go. */
    async drag(from: Point, to: Point): Promise<void> {
      await send(input, "touchStart", [from]);
      for (const share of [0.2, 0.4, 0.6, 0.8, 1, 1, 1]) {
        await send(input, "touchMove", [between(from, to, share)]);
        // Without rests Chromium takes it for a fling.
        await page.waitForTimeout(30);
      }
      await send(input, "touchEnd", []);
    },
    /** Two fingers about a point, as far from it as given. */
    async pinch({ x, y }: Point, from: number, to: number): Promise<void> {
      const at = (distance: number) => [
        { x: x - distance, y },
        { x: x + distance, y },
      ];
      await send(input, "touchStart", at(from));
      for (const share of [0.25, 0.5, 0.75, 1]) {
        await send(input, "touchMove", at(from + (to - from) * share));
        await page.waitForTimeout(30);
      }
      await send(input, "touchEnd", []);
    },
    async doubleTap(point: Point): Promise<void> {
      for (let tap = 0; tap < 2; tap++) {
        await send(input, "touchStart", [point]);
        await send(input, "touchEnd", []);
      }
    },
  };
}

type Phase = "touchStart" | "touchMove" | "touchEnd";

async function send(input: CDPSession, type: Phase, points: readonly Point[]): Promise<void> {
  await input.send("Input.dispatchTouchEvent", { type, touchPoints: [...points] });
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
