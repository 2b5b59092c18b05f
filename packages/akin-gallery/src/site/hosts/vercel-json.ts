import {
  commonHeaders,
  corsHeaders,
  folderRules,
  type Headers,
  type HostOptions,
} from "./host-rules.js";

/** Only a file of ours names a part of an address so; Vercel's JSON has no room for comments. */
export const VERCEL_MARK = "/:akin(";

/** `vercel.json`. Of what no rule names, Vercel has browsers ask each time anyway. */
export function vercelJson(options: HostOptions): string {
  const rules = [
    { source: `${VERCEL_MARK}.*)`, headers: listOf(commonHeaders(options)) },
    ...folderRules(options).map(({ folder, headers }) => ({
      source: `${VERCEL_MARK}${folder})/(.*)`,
      headers: listOf(headers),
    })),
    ...(options.cors === undefined
      ? []
      : [
          {
            source: `${VERCEL_MARK}data)/manifest.json`,
            headers: listOf(corsHeaders(options)),
          },
        ]),
  ];
  return `${JSON.stringify({ headers: rules }, null, 2)}\n`;
}

function listOf(headers: Headers): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
