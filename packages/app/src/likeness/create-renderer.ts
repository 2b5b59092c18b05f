import { CanvasRenderer } from "./canvas-renderer.js";
import type { MapPoints, MapRenderer } from "./map-renderer.js";
import { WebglRenderer } from "./webgl/webgl-renderer.js";

export interface MapCanvas {
  canvas: HTMLCanvasElement;
  renderer: MapRenderer;
}

/**
 * A canvas that fills its element, and what draws on it: WebGL where the browser has it, else plain 2D.
 * @param onLost told when the graphics processor has forgotten everything: another canvas is needed
 */
export function createRenderer(
  element: HTMLElement,
  points: MapPoints,
  onLost: () => void,
): MapCanvas {
  return withWebgl(element, points, onLost) ?? withPlainCanvas(element, points);
}

function withWebgl(element: HTMLElement, points: MapPoints, onLost: () => void): MapCanvas | null {
  const canvas = addCanvas(element);
  const gl = canvas.getContext("webgl2", { antialias: false, depth: false });
  try {
    if (gl !== null && !isSoftware(gl)) {
      const renderer = new WebglRenderer(gl, points);
      canvas.addEventListener("webglcontextlost", onLost);
      return { canvas, renderer };
    }
  } catch (error) {
    // Some graphics drivers promise more than they can do.
    console.warn("The map is drawn without WebGL:", error);
  }
  canvas.remove();
  return null;
}

/** Where there is no graphics processor the plain canvas is faster: what WebGL draws has to be read back. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = info && gl.getParameter(info.UNMASKED_RENDERER_WEBGL);
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(String(name));
}

function withPlainCanvas(element: HTMLElement, points: MapPoints): MapCanvas {
  const canvas = addCanvas(element);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser can't draw on a canvas.");
  return { canvas, renderer: new CanvasRenderer(context, points) };
}

/** As large as the element, in device pixels. */
export function fitCanvas(canvas: HTMLCanvasElement, element: HTMLElement, ratio: number): void {
  const width = Math.max(1, Math.round(element.clientWidth * ratio));
  const height = Math.max(1, Math.round(element.clientHeight * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

function addCanvas(element: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  fitCanvas(canvas, element, devicePixelRatio);
  element.prepend(canvas);
  return canvas;
}
