import { defineConfig } from "vite";

/** The service worker: one file of a name that never changes, beside the page. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../akin-gallery/app",
    emptyOutDir: false,
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
    rolldownOptions: {
      input: "src/service-worker/service-worker.ts",
      output: { format: "iife", entryFileNames: "sw.js" },
    },
  },
});
