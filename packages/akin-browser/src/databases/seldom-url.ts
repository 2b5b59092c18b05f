/** URL of the script that a worker fetches for what is seldom needed, as text, which a worker can be told. */
export function seldomUrl(): string {
  return new URL("../worker/seldom.js", import.meta.url).href;
}
