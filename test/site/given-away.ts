/** What of people, organizations and tickets the app kept or logged: of a Jira site, all that somebody called or wrote. */
import type { JiraAdmin } from '../sandbox/jira/admin/jira-admin';
import type { LocalPlatform } from '../sandbox/platform/platform';

/** Shorter ones are also words of the policy, or keys. */
const SHORTEST = 6;

/** Names, accounts, addresses and what tickets say, as they are written on the site. */
export function privateWords(jira: JiraAdmin): readonly string[] {
  const { users, organizations, issues } = jira.state();
  const ofPeople = Object.values(users).flatMap((user) => [user.displayName, user.accountId, user.emailAddress ?? '']);
  const ofTickets = Object.values(issues).flatMap((issue) => [
    ...[issue.values['summary'], issue.values['description']].flatMap(wordsIn),
    ...issue.comments.flatMap(({ body }) => wordsIn(body)),
  ]);
  const ofOrganizations = Object.values(organizations).map(({ name }) => name);
  // What Cadran itself is called and says in its own comments is no secret of anybody.
  const own = new Set(['Cadran']);
  return [...new Set([...ofPeople, ...ofOrganizations, ...ofTickets])].filter(
    (words) => words.length >= SHORTEST && !own.has(words),
  );
}

/** The texts of a rich-text document, or of a plain one. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, content } = value as { text?: unknown; content?: unknown };
  return [...wordsIn(text), ...wordsIn(content)];
}

/** All that the app stored, what waits in its queues, and what it logged. */
export function keptBy(platform: LocalPlatform): { readonly stored: string; readonly logged: string } {
  const entities = [...platform.manifest.entities.keys()].map((name) => platform.peekEntity(name));
  const { queue } = platform.dump() as { queue: unknown };
  return { stored: JSON.stringify([platform.peekValues(), entities, queue]), logged: JSON.stringify(platform.logs()) };
}

/** Those of the words that a text holds, as they are written or as JSON writes them. */
export const wordsOf = (words: readonly string[], text: string): readonly string[] =>
  words.filter((word) => text.includes(word) || text.includes(JSON.stringify(word).slice(1, -1)));
