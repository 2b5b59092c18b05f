import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The rules of the published page; Vite's development server works with inline scripts, and needs none. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: (html) =>
    html.replace(
      "<head>",
      `$&\n    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`,
    ),
};

/** `public/theme.js` runs before the first paint, thus is no module, which Vite would warn of in index.html. */
const themeScript: Plugin = {
  name: "theme-script",
  transformIndexHtml: () => [{ tag: "script", attrs: { src: "./theme.js" }, injectTo: "head" }],
};

/**
 * No page of the app asks for the databases yet, but `gallery.databases()` can't be shaken off: 1.3 MB of SQLite would be
 * published for nobody. This goes with the first page that asks; what must then still be left out are the two files that
 * SQLite's package only mentions, its own worker and the OPFS proxy (250 KB).
 */
const withoutDatabases: Plugin = {
  name: "without-databases",
  apply: "build",
  load: (id) =>
    /akin-browser\/dist\/databases\/start-worker\.js$/.test(id)
      ? 'export const startWorker = () => Promise.reject(new Error("This app is built without databases."));'
      : null,
};

const AKIN_SERVE = "http://localhost:4173";

export default defineConfig({
  // Relative, so that the site works in any folder of any host.
  base: "./",
  plugins: [react(), contentSecurityPolicy, themeScript, withoutDatabases],
  build: {
    outDir: "../akin-gallery/app",
    emptyOutDir: true,
    // The page's rules allow no scripts or styles in data URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Older ones would get a light-dark() that can't be switched within the page.
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
  // `npm run dev` shows the gallery that `akin serve` serves.
  server: { proxy: { "/data": AKIN_SERVE, "/images": AKIN_SERVE } },
});
