/** The name that was probably meant: one begins with the other, or they share all but two letters. */
export function nearName<Name extends string>(
  known: readonly Name[],
  given: string,
): Name | undefined {
  return known.find((name) => isNear(name.toLowerCase(), given.toLowerCase()));
}

function isNear(known: string, given: string): boolean {
  if (known.startsWith(given) || given.startsWith(known)) return true;
  let prefix = 0;
  while (prefix < given.length && known[prefix] === given[prefix]) prefix++;
  let suffix = 0;
  const most = Math.min(known.length, given.length) - prefix;
  while (suffix < most && known.at(-1 - suffix) === given.at(-1 - suffix)) suffix++;
  return Math.max(known.length, given.length) - prefix - suffix <= 2;
}
