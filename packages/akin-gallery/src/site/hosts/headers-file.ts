import {
  ASK_EACH_TIME,
  commonHeaders,
  corsHeaders,
  folderRules,
  type Headers,
  type HostOptions,
} from "./host-rules.js";

/** The first line of a file of ours. */
export const HEADERS_MARK = "# Written by Akin.";

/**
 * `_headers`, which Netlify, Cloudflare Pages and others read. Where several rules of it match they join the values, so no
 * file has two rules with the same header.
 *
 * @param replaced paths of files that a new build replaces, relative to the site
 */
export function headersFile(options: HostOptions, replaced: readonly string[]): string {
  const rules: [pattern: string, headers: Headers][] = [
    ["/*", commonHeaders(options)],
    ...folderRules(options).map(({ folder, headers }): [string, Headers] => [
      `/${folder}/*`,
      headers,
    ]),
    ["/", ASK_EACH_TIME],
    ["/photo/*", ASK_EACH_TIME],
    ...replaced.map((path): [string, Headers] => [
      `/${path}`,
      path === "data/manifest.json" ? { ...ASK_EACH_TIME, ...corsHeaders(options) } : ASK_EACH_TIME,
    ]),
  ];
  const blocks = rules.map(([pattern, headers]) => {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    return [pattern, ...lines].join("\n");
  });
  return `${HEADERS_MARK} A file of your own, without this line, stays.\n${blocks.join("\n")}\n`;
}
