import type { NamedCalendar, PolicyDocument } from '../core/policy/document';
import { startRecompute } from './recompute';
import type { HolidaySources, Ports } from './ports';
import { versionToPublish } from './version-to-publish';

type Needs = Pick<Ports, 'now' | 'policies' | 'jobs' | 'queue' | 'log'>;

export type RefreshOutcome =
  | { readonly kind: 'not-configured' | 'unchanged' | 'overtaken' }
  | { readonly kind: 'published'; readonly version: number };

/**
 * Publishes the policy in force with the holidays of the years to come, where a calendar's source knows more than the
 * calendar does; nothing else of it changes. A calendar whose source is not known any more is logged and left: the policy
 * check warns before its holidays run out. Another publication in the same moment wins, and the next run looks again.
 */
export async function refreshHolidays(
  ports: Needs,
  sources: Pick<HolidaySources, 'refreshed'>,
): Promise<RefreshOutcome> {
  const current = await ports.policies.tracking();
  if (current === null) return { kind: 'not-configured' };
  const { document } = await ports.policies.version(current.version);
  const now = ports.now();
  const calendars = Object.entries(document.calendars).map(([key, calendar]): [string, NamedCalendar] => {
    const result = sources.refreshed(calendar, now);
    if (result.kind === 'unknown-source')
      ports.log.warn('holiday-source-unknown', { calendar: key, code: result.code });
    return [key, result.kind === 'refreshed' ? result.calendar : calendar];
  });
  if (calendars.every(([key, calendar]) => calendar === document.calendars[key])) return { kind: 'unchanged' };

  const refreshed: PolicyDocument = { ...document, calendars: Object.fromEntries(calendars) };
  const { version, tracking } = versionToPublish(refreshed, current, current.fields, 'new-tickets', now);
  if ((await ports.policies.publish(version, tracking)) === 'taken') return { kind: 'overtaken' };
  await startRecompute(ports);
  ports.log.info('holidays-refreshed', { version: version.version });
  return { kind: 'published', version: version.version };
}
