import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Served, serveGallery } from "./serve-gallery.js";
import { launchBrowser, type Visit, visit } from "./visit.js";

/** What `build` is told. */
export interface GalleryPlaces {
  /** Of these tests, gone after them. */
  folder: string;
  /** Where the photos are to be. */
  album: string;
  /** Where the gallery is to be. */
  gallery: string;
}

/** What a page has made itself. */
const OWN = /^(data|blob):/;

/**
 * A gallery that is built and served before the tests of a file, and gone after them. What a test opens is closed after it;
 * the test fails if a page wrote to its console, or asked for anything that is not the site's.
 */
export class VisitedGallery implements GalleryPlaces {
  readonly folder = mkdtempSync(join(tmpdir(), "akin-test-"));
  readonly album = join(this.folder, "album");
  readonly gallery = join(this.folder, "gallery");
  readonly site = join(this.gallery, "site");
  #browser: Browser | undefined;
  #served: Served | undefined;
  #visits: Visit[] = [];
  /** Other sites that tests went to. */
  #others: string[] = [];
  /** Servers of other galleries, which go after the pages that they serve. */
  #otherServers: Served[] = [];

  constructor(build: (places: GalleryPlaces) => Promise<unknown>) {
    beforeAll(async () => {
      await build(this);
      this.#served = await serveGallery(this.gallery);
      this.#browser = await launchBrowser();
    }, 120_000);
    afterEach(() => this.#leave());
    afterAll(async () => {
      await this.#browser?.close();
      await this.#served?.stop();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Ends with `/`. */
  get url(): string {
    return this.#started(this.#served).url;
  }

  /** What was opened last. */
  get opened(): Visit {
    return this.#started(this.#visits.at(-1));
  }

  /** @param address within the site, or elsewhere if it is absolute */
  async visit(address = "", options: BrowserContextOptions = {}): Promise<Visit> {
    const { href, origin } = new URL(address, this.url);
    if (!href.startsWith(this.url)) this.#others.push(`${origin}/`);
    const opened = await visit(this.#started(this.#browser), href, options);
    this.#visits.push(opened);
    return opened;
  }

  /**
   * Serves another gallery until the test is over.
   * @returns where, with `/` at its end
   */
  async serve(gallery: string): Promise<string> {
    const served = await serveGallery(gallery);
    this.#otherServers.push(served);
    return served.url;
  }

  async #leave(): Promise<void> {
    const visits = this.#visits;
    const sites = [this.url, ...this.#others];
    const servers = this.#otherServers;
    this.#visits = [];
    this.#others = [];
    this.#otherServers = [];
    for (const { close } of visits) await close();
    for (const served of servers) await served.stop();
    for (const { problems, requested } of visits) {
      expect(problems).toEqual([]);
      const foreign = requested.filter((url) => !sites.some((site) => url.startsWith(site)));
      expect(foreign.filter((url) => !OWN.test(url))).toEqual([]);
    }
  }

  #started<T>(value: T | undefined): T {
    if (value === undefined) throw new Error("Only tests can ask this, once there is a gallery.");
    return value;
  }
}
