/// <reference lib="dom" />
import { type FacetKind, type Gallery, openGallery, type SearchOptions } from "akin-browser";

/** What the measured page is asked to do. */
export type VisitCall =
  | { type: "open" }
  /** The card, and the five photos like it. */
  | { type: "photo"; id: number }
  | { type: "prefetch"; ids: readonly number[] }
  | { type: "search"; options: Pick<SearchOptions, "plus" | "minus" | "where" | "limit"> }
  | { type: "count"; where: SearchOptions["where"] }
  | { type: "facets"; kinds: readonly FacetKind[] }
  /** The values of a kind, most photos first. */
  | { type: "values"; kind: FacetKind }
  | { type: "start-worker" }
  | { type: "load-vectors" }
  /** Fetches a file in the page, or in a worker. */
  | { type: "fetch"; path: string; from: "page" | "worker" };

export interface VisitAnswer {
  /** Until the answer was there, by the page's clock. */
  ms: number;
  /** What came: photos, a count, values. */
  answer: unknown;
}

declare global {
  interface Window {
    visit(call: VisitCall): Promise<VisitAnswer>;
  }
}

let opened: Gallery | null = null;

window.visit = async (call) => {
  const start = performance.now();
  const answer = await answerTo(call);
  return { ms: performance.now() - start, answer };
};

async function answerTo(call: VisitCall): Promise<unknown> {
  if (call.type === "fetch") return await fetchFile(call.path, call.from);
  if (call.type === "open") {
    opened = await openGallery("/");
    return opened.manifest.photos;
  }
  if (opened === null) throw new Error("The gallery is not open.");
  const gallery = opened;
  switch (call.type) {
    case "photo": {
      const card = await gallery.photo(call.id);
      return card === null ? [] : await gallery.similar(call.id);
    }
    case "prefetch":
      gallery.prefetch(call.ids);
      return call.ids;
    case "search":
      return (await gallery.search(call.options)).map(({ id }) => id);
    case "count":
      return await gallery.count(call.where);
    case "facets":
      return (await Promise.all(call.kinds.map((kind) => gallery.facets(kind)))).flat().length;
    case "values":
      return await gallery.facets(call.kind);
    case "start-worker":
      await gallery.databases();
      return true;
    case "load-vectors":
      await gallery.loadVectors();
      return true;
    default:
      throw new Error(`Unknown call ${JSON.stringify(call satisfies never)}`);
  }
}

const FETCH = `onmessage = async ({ data }) => {
  const response = await fetch(data);
  postMessage((await response.arrayBuffer()).byteLength);
};`;

async function fetchFile(path: string, from: "page" | "worker"): Promise<number> {
  const url = new URL(path, location.href).href;
  if (from === "page") return (await (await fetch(url)).arrayBuffer()).byteLength;
  const script = URL.createObjectURL(new Blob([FETCH], { type: "text/javascript" }));
  const worker = new Worker(script);
  const answer = new Promise<number>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(url);
  return await answer;
}
