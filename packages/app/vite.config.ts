import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** `public/theme.js` runs before the first paint, thus is no module, which Vite would warn of in index.html. */
const themeScript: Plugin = {
  name: "theme-script",
  transformIndexHtml: () => [{ tag: "script", attrs: { src: "./theme.js" }, injectTo: "head" }],
};

export default defineConfig({
  // Relative, so that the site works in any folder of any host.
  base: "./",
  plugins: [react(), themeScript],
  build: {
    outDir: "../akin-gallery/app",
    emptyOutDir: true,
    // The page's rules allow no scripts or styles in data URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Older ones would get a light-dark() that can't be switched within the page.
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
});
