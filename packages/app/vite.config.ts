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

/** The tower's worker is told onnxruntime's WebAssembly, 14 MB, which is published only where it is wanted. */
const withoutRuntime: Plugin = {
  name: "without-runtime",
  enforce: "pre",
  transform(code, id) {
    if (!/onnxruntime-web[\\/]dist[\\/]ort\.wasm\.bundle\.min\.mjs$/.test(id)) return null;
    const parts = code.split(/new URL\("ort-wasm-simd-threaded\.wasm",\s*import\.meta\.url\)/);
    if (parts.length !== 3)
      throw new Error("onnxruntime-web was expected to name its WebAssembly twice.");
    return parts.join("{}");
  },
};

const AKIN_SERVE = "http://localhost:4173";

export default defineConfig({
  // Relative, so that the site works in any folder of any host.
  base: "./",
  worker: { format: "es", plugins: () => [withoutRuntime] },
  plugins: [react(), contentSecurityPolicy, themeScript],
  build: {
    outDir: "../akin-gallery/app",
    emptyOutDir: true,
    // The page's rules allow no scripts or styles in data URLs.
    assetsInlineLimit: 0,
    // Fetched when a map is looked at closely: the world's outlines, 756 KB, 243 KB gzipped.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    // Older ones would get a light-dark() that can't be switched within the page.
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
  // `npm run dev` shows the gallery that `akin serve` serves.
  server: { proxy: { "/data": AKIN_SERVE, "/images": AKIN_SERVE } },
});
