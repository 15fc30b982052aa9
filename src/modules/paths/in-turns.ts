// So many rows go in one statement: PostgreSQL takes at most 65,535 values in one.
const AT_ONCE = 1_000;

/** Does something with many things, some at a time. */
export async function inTurns<T>(
  all: readonly T[],
  work: (turn: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE)
    await work(all.slice(start, start + AT_ONCE));
}
