import { defineConfig } from "vitest/config";

/** Photos, models and fixtures that are not part of the repository: set by CI where they are to be had. */
const SHARED = ["**/*-shared.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "demo/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", ...SHARED],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", ...SHARED],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // A browser on a busy machine takes its time.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: "shared",
          include: SHARED,
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
