/** Permissions, users, groups: two points each (forge facts §8); issues, projects and the like one. */
const IDENTITY_LISTS = ['permissions', 'groups'];
const CORE_LISTS = ['values', 'issues', 'comments', 'histories', 'issueChangeLogs'];

/**
 * What an answer of Jira's costs of the hour's points, as far as its shape tells: one for the call and one for each thing it
 * gives. Jira says the true figure to nobody.
 */
export function pointsOfAnswer(body: unknown): number {
  if (Array.isArray(body)) return 1 + body.length;
  if (typeof body !== 'object' || body === null) return 1;
  const sizeOf = (key: string): number => {
    const list: unknown = (body as Record<string, unknown>)[key];
    return typeof list === 'object' && list !== null ? Object.keys(list).length : -1;
  };
  const identity = IDENTITY_LISTS.map(sizeOf).find((size) => size >= 0);
  const core = CORE_LISTS.map(sizeOf).find((size) => size >= 0);
  return 1 + (identity === undefined ? (core ?? 1) : 2 * identity);
}
