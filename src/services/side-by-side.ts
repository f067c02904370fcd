/** Looks at a time: a look is a handful of calls of Jira. */
const AT_ONCE = 5;

/** What each gives, in their order; a few are worked on at a time. The first that throws ends it. */
export async function sideBySide<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    results.push(...(await Promise.all(all.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
}
