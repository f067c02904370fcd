/** What a site comes to, without what a second try may change: instants of bookkeeping, revisions, ids of jobs. */
import type { FaultySite } from './faulty-site';

const BOOKKEEPING = new Set(['rev', 'updatedAt', 'recordedAt', 'removedAt', 'seenUpdatedAt', 'at', 'publishedAt']);

/** Values that functions may lose or make anew: the diary, notes, marks and digests of months, drafts of previews, lines on their way. */
const PASSING = /^(?:diary:|pipeline:|result:changed:|report:|job:draft:|import:)/;

/** Everything that people of the site are shown or that the app keeps, to be compared with another site. */
export function stateOf(site: FaultySite): unknown {
  const entity = (name: string) =>
    site.platform
      .peekEntity(name)
      .map(({ key, value }) => [key, plain(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const runs = site.platform.peekEntity('job-run').map(({ value }) => value as unknown as Run);
  return {
    issues: Object.values(site.jira.state().issues).map(({ key, values, comments }) => ({
      key,
      values,
      comments: comments
        .filter(({ properties }) => !('cadran.flag' in properties))
        // A customer's answer may stand twice: JSM's route takes no property that it could be found by before it is repeated.
        .filter(({ body, isPublic }, index, all) => !(isPublic && isSame(body, all[index - 1]?.body)))
        .map(({ authorId, isPublic, body, properties }) => ({
          authorId,
          isPublic,
          body,
          properties: plain(properties),
        })),
    })),
    screens: site.jira.state().screens,
    tickets: entity('ticket'),
    results: entity('result'),
    assignments: entity('assignment'),
    proposals: entity('proposal'),
    unfinished: runs.filter(({ state }) => state === 'running' || state === 'paused').map(({ data }) => data.task.kind),
    imported: runs.flatMap(({ data }) => (data.task.kind === 'import' ? [data.task.counts] : [])),
    values: site.platform
      .peekValues()
      .filter(({ key }) => !PASSING.test(key))
      .map(({ key, value }) => [key, plain(value)]),
  };
}

/**
 * Flags that people were told of in comments, as `issue flag`, and mails sent, as `issue mail`. Of several thresholds of one
 * clock that are told late only the last is, so a mishap may take some, never the last of a clock.
 */
export function toldOn(site: FaultySite): { readonly flags: readonly string[]; readonly mails: number } {
  const flags = Object.values(site.jira.state().issues).flatMap(({ key, comments }) =>
    comments.flatMap(({ properties }) => {
      const flag = properties['cadran.flag'];
      return typeof flag === 'string' ? [`${key} ${flag}`] : [];
    }),
  );
  return { flags, mails: site.jira.notifications().length };
}

/** What is wrong with what was told, beside what would have been told undisturbed. */
export function wronglyTold(
  told: ReturnType<typeof toldOn>,
  undisturbed: ReturnType<typeof toldOn>,
): readonly string[] {
  const { flags } = told;
  const clockOf = (flag: string): string => flag.slice(0, flag.lastIndexOf(':'));
  const lastOf = new Map(undisturbed.flags.map((flag) => [clockOf(flag), flag]));
  return [
    ...flags.filter((flag, index) => flags.indexOf(flag) < index).map((flag) => `twice ${flag}`),
    ...flags.filter((flag) => !undisturbed.flags.includes(flag)).map((flag) => `never due ${flag}`),
    ...[...lastOf.values()].filter((flag) => !flags.includes(flag)).map((flag) => `lost ${flag}`),
    ...(told.mails > undisturbed.mails ? [`${String(told.mails)} mails instead of ${String(undisturbed.mails)}`] : []),
  ];
}

interface Run {
  readonly state: string;
  readonly data: { readonly task: { readonly kind: string; readonly counts?: unknown } };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (name, member: unknown) => (BOOKKEEPING.has(name) ? undefined : member)),
  ) as unknown;
}
