import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // Relative, so that the site works in any folder of any host.
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../akin-gallery/app",
    emptyOutDir: true,
    // The page's rules allow no data: scripts or styles, and browsers that have modules and light-dark() preload too.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
});
