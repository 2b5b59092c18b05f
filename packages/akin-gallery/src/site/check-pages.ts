import { type Manifest, sharePagePath } from "akin-browser/format";
import { readFolder } from "./cached-images.js";
import { HOST_FILES } from "./hosts/write-host-files.js";
import { type SharedPhoto, sharePage } from "./pages/share-page.js";
import type { WebManifest } from "./pages/web-manifest.js";
import { SERVICE_WORKER, WEB_MANIFEST } from "./pages/write-pages.js";
import type { SiteReader } from "./site-reader.js";

/** What index.html fetches of the site. */
const ADDRESSES = /(?:href|src)="\.\/([^"]+)"/g;

/** Compares index.html, what hosts read, and what makes the gallery an app, with the manifest. */
export async function checkPages(site: SiteReader, manifest: Manifest): Promise<void> {
  const page = (await site.read("index.html"))?.toString() ?? "";
  for (const [, path = ""] of page.matchAll(ADDRESSES)) await site.exists(path, true);
  const asks = page.includes('<meta name="robots" content="noindex" />');
  if (asks !== manifest.presentation.noindex) {
    site.problems.push(`index.html ${asks ? "asks" : "doesn't ask"} search engines to stay away`);
  }
  for (const path of Object.keys(HOST_FILES)) await site.exists(path, true);
  await site.exists(".nojekyll", false);
  if (!manifest.presentation.installable) return;
  await site.exists(SERVICE_WORKER, true);
  const content = await site.read(WEB_MANIFEST);
  if (!content) return;
  const { icons }: WebManifest = JSON.parse(content.toString());
  for (const { src } of icons) await site.exists(src, true);
}

/** Compares the pages of single photos with their cards. */
export class SharePageCheck {
  private constructor(
    private readonly site: SiteReader,
    private readonly manifest: Manifest,
    private readonly styleSheet: string,
  ) {}

  /** @returns undefined in a gallery without such pages */
  static async start(site: SiteReader, manifest: Manifest): Promise<SharePageCheck | undefined> {
    if (!manifest.presentation.sharePages) return undefined;
    const assets = await readFolder(site.file("assets"));
    const style = assets.find((name) => /^share-page-\w{8}\.css$/.test(name));
    if (style === undefined) site.problems.push("assets/ has no style sheet of share pages");
    return new SharePageCheck(site, manifest, `assets/${style}`);
  }

  async check(card: SharedPhoto): Promise<void> {
    const path = sharePagePath(card.id);
    const page = await this.site.read(path);
    const { title, presentation } = this.manifest;
    const expected = sharePage(card, { title, presentation, styleSheet: this.styleSheet });
    if (page && page.toString() !== expected) {
      this.site.problems.push(`${path} is not the page of its photo`);
    }
  }
}
