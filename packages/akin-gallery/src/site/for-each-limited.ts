/**
 * Calls `work` for all items, at most `limit` at once, taking each item only when its turn comes.
 * After a failure no further item is taken; what has begun is waited for, then the first error is thrown.
 */
export async function forEachLimited<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const errors: unknown[] = [];
  let taken = 0;
  async function takeTurns(): Promise<void> {
    while (errors.length === 0) {
      const next = iterator.next();
      if (next.done) return;
      await work(next.value, taken++);
    }
  }
  const turns = Array.from({ length: limit }, () =>
    takeTurns().catch((error: unknown) => {
      errors.push(error);
    }),
  );
  await Promise.all(turns);
  if (errors.length === 0) return;
  iterator.return?.();
  throw errors[0];
}
