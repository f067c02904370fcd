/** The seeded site with every name on it hostile: those of Jira's things, and those that the app's own people write. */
import type { AdminPageView } from '../../src/contract/admin-page';
import type { Answer } from '../../src/contract/answer';
import type { PolicyDocument } from '../../src/core/policy/document';
import { isAlways } from '../../src/core/time/calendar';
import type { Holiday } from '../../src/core/time/calendar';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson, type PersonKey } from '../sandbox/seed/people';
import { HOSTILE } from './hostile-strings';
import type { OpenSite } from './local-site';

/** So many strings make one name, so that a surface with a handful of names shows them all. */
const IN_ONE_NAME = 25;

const NAMES = Array.from({ length: HOSTILE.length / IN_ONE_NAME }, (_, index) =>
  HOSTILE.slice(index * IN_ONE_NAME, (index + 1) * IN_ONE_NAME).join(' '),
);

/** Names in turn, each thing the next one. */
function namesInTurn(): () => string {
  let next = 0;
  return () => NAMES[next++ % NAMES.length] ?? '';
}

/** Calls everything so, publishes such a policy and proposes in such words; what follows from it has happened afterwards. */
export async function nameEverything({ site }: OpenSite): Promise<void> {
  const { stage, facts, time } = site.world();
  const ask = async <T>(person: PersonKey, moduleKey: string, extension: object, key: string, payload: object) => {
    const context = { moduleKey, extension: { ...extension } };
    const caller = callerFor(thePerson(person), 'en');
    const answer = (await stage.platform.invokeResolver(context, caller, key, payload)) as Answer<T>;
    if (!answer.ok) throw new Error(`${key}: ${answer.code} ${JSON.stringify(answer.problems)}`);
    return answer.data;
  };
  const asAdmin = <T>(key: string, payload: object) =>
    ask<T>('admin', 'admin-page', { type: 'jira:adminPage' }, key, payload);
  const feature = stage.jira.issue('SUP-5');
  const group = HOSTILE[0] ?? '';

  await time.perform(async () => {
    nameJirasThings(stage.jira.state(), group);
    const { document, published } = await asAdmin<AdminPageView>('view', {});
    const { holidays } = await asAdmin<{ holidays: readonly Holiday[] }>('readCalendarFile', {
      file: calendarFile(),
      timeZone: 'America/Toronto',
      from: '2027-01-01',
      to: '2027-12-31',
    });
    await asAdmin('publish', {
      document: named(document, holidays, group),
      baseVersion: published?.version ?? null,
      adopt: 'new-tickets',
    });
    const extension = {
      type: 'jira:issueContext',
      issue: { id: feature?.id, key: feature?.key },
      project: { id: facts.projectId, type: 'service_desk' },
    };
    await ask('agent', 'agent-panel', extension, 'propose', {
      total: { cents: 100, currency: 'CAD' },
      orderedBy: 'msss',
      basis: 'equal',
      organizationIds: Object.keys(stage.jira.state().organizations).slice(0, 2),
      words: { en: HOSTILE.join('\n').slice(0, 2_000), fr: HOSTILE.join('\n').slice(-2_000) },
      baseVersion: 1,
      asksAgain: true,
    });
  });
}

/** Jira's things; the projects by all strings at once, since a gadget names nothing else. */
function nameJirasThings(
  state: ReturnType<ReturnType<OpenSite['site']['world']>['stage']['jira']['state']>,
  group: string,
): void {
  const name = namesInTurn();
  for (const user of Object.values(state.users)) {
    user.displayName = name();
    if (user.groups.length > 0) user.groups.push(group);
  }
  const lists = [state.organizations, state.statuses, state.priorities, state.resolutions, state.requestTypes];
  for (const list of lists) for (const thing of Object.values<{ name: string }>(list)) thing.name = name();
  for (const version of Object.values(state.versions)) version.name = name();
  for (const project of Object.values(state.projects)) project.name = HOSTILE.join(' ');
  for (const issue of Object.values(state.issues)) issue.values['summary'] = name();
}

/** Two hundred days that are called by a string each. */
function calendarFile(): string {
  const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
  const events = HOSTILE.map((text, index) => {
    const day = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10).replaceAll('-', '');
    return `BEGIN:VEVENT\r\nUID:${index}\r\nDTSTART;VALUE=DATE:${day}\r\nSUMMARY:${escaped(text)}\r\nEND:VEVENT`;
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
}

/** The document with each of its texts another name, published and shown, in both languages. */
function named(document: PolicyDocument, holidays: readonly Holiday[], group: string): PolicyDocument {
  const name = namesInTurn();
  let next = 0;
  // A document has its bounds: what the source published is one string each.
  const single = (): string => HOSTILE[next++ % HOSTILE.length] ?? '';
  const renamed = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => renamed(item));
    if (typeof value !== 'object' || value === null) return value;
    if ('en' in value && 'fr' in value) {
      const text = key === 'published' ? single() : name();
      return { en: value.en === null ? null : text, fr: value.fr === null ? null : text };
    }
    return Object.fromEntries(Object.entries(value).map(([member, of]) => [member, renamed(of, member)]));
  };
  const calendars = Object.entries(document.calendars).map(([key, each]) => {
    const { calendar } = each;
    const longer = isAlways(calendar) ? calendar : { ...calendar, holidays: [...calendar.holidays, ...holidays] };
    return [key, { ...each, label: renamed(each.label) as typeof each.label, calendar: longer }] as const;
  });
  return {
    ...(renamed({ ...document, calendars: {} }) as PolicyDocument),
    calendars: Object.fromEntries(calendars),
    alerts: { ...document.alerts, unassignedGroup: group },
    portal: { showOtherPlans: true, preparedReplies: true },
  };
}
