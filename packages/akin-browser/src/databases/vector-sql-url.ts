/** URL of the script that a worker fetches for SQL over vectors, as text, which a worker can be told. */
export function vectorSqlUrl(): string {
  return new URL("../worker/vector-sql.js", import.meta.url).href;
}
