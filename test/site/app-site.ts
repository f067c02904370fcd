/**
 * The app on a small site of its own, without pages: the real manifest and the real bundle on the stand-ins, on a clock
 * that moves only when a test moves it.
 */
import type { AdminPageApi, AdminPageView } from '../../src/contract/admin-page';
import type { Answer, SurfaceApi } from '../../src/contract/answer';
import type { PolicyDocument } from '../../src/core/policy/document';
import type { EpochMillis, Millis } from '../../src/core/time/instant';
import type { JiraAdmin, SeedIssue } from '../sandbox/jira/admin/jira-admin';
import type { JiraOptionsInput } from '../sandbox/jira/options';
import type { LocalPlatform, PlatformOptions } from '../sandbox/platform/platform';
import type { Caller, RestResponse, SiteClock, StandInJira } from '../sandbox/seam';
import { createSiteClock } from '../sandbox/site-clock';
import { createStage, type StageDump } from '../sandbox/stage';
import { createTimeMachine } from '../sandbox/time-machine';
import { keptBy, privateWords, wordsOf } from './given-away';

export interface Person {
  readonly accountId: string;
  readonly accountType: Caller['accountType'];
}

/** Who and what is on the site before anything happens. */
interface Things {
  readonly people: Readonly<
    Record<'admin' | 'agent' | 'outsider' | 'customer' | 'colleague' | 'stranger' | 'employee', Person>
  >;
  readonly organizations: Readonly<Record<'sainteRose' | 'nord', string>>;
  readonly requestTypeId: string;
  readonly projectId: string;
  readonly serviceDeskId: string;
}

/** A site as it was at an instant, to go on from. */
export interface SiteDump {
  readonly stage: StageDump;
  readonly things: Things;
  readonly at: EpochMillis;
}

export interface AppSite extends Things {
  readonly clock: SiteClock;
  readonly jira: StandInJira & JiraAdmin;
  readonly platform: LocalPlatform;
  /** Calls a surface's resolver as a person, on a module. */
  ask<Api extends SurfaceApi, Key extends keyof Api & string>(
    surface: 'agent-panel' | 'admin-page' | 'customer-panel' | 'request-form' | 'impact' | 'sla-board' | 'sla-gadget',
    person: Person | null,
    key: Key,
    payload: Api[Key]['request'],
    on?: { issueKey: string },
  ): Promise<Answer<Api[Key]['response']>>;
  /** One REST call as a person, as a host page makes it. */
  rest(person: Person, method: string, path: string, body?: unknown): Promise<RestResponse>;
  /** Raises a request as a customer; its issue key and id. */
  raise(person: Person, summary: string, fields?: Record<string, unknown>): Promise<{ key: string; id: string }>;
  /** Lets time pass to an instant, everything due on the way happening at its time. */
  moveTo(instant: EpochMillis): Promise<void>;
  /** The values of Cadran's fields on an issue, by module key. */
  fields(issueKey: string): Promise<Record<string, unknown>>;
  /** The site as it is now, for `from`. */
  dump(): SiteDump;
  /** Rejects, once closed, where the app kept or logged anybody's name, account, address or words. */
  close(): Promise<void>;
}

export interface AppSiteSettings {
  readonly startAt: EpochMillis;
  /** Changes the proposed policy before its publication; null publishes nothing. */
  readonly policy?: ((proposed: PolicyDocument) => PolicyDocument) | null;
  readonly adopt?: 'new-tickets' | 'open-tickets';
  /** Issues with a past, put in before the policy is published. */
  readonly issues?: (ids: {
    projectKey: string;
    requestTypeId: string;
    customer: string;
    agent: string;
  }) => readonly SeedIssue[];
  readonly platform?: PlatformOptions;
  readonly jira?: JiraOptionsInput;
  /** How people, organizations, the project and its form are called, from their usual names. */
  readonly named?: (name: string) => string;
  /** The clock of another site that this one is to share, set to `startAt` already. */
  readonly clock?: SiteClock;
  /** By how much Jira's clock is ahead of the platform's. */
  readonly jiraAhead?: Millis;
  /** Another site that this one goes on from, at its time; its policy is then in force already. */
  readonly from?: SiteDump;
}

/** Starts a site with one service project, the people that surfaces tell apart, and by default the STAGE+ policy in force. */
export async function startAppSite(settings: AppSiteSettings): Promise<AppSite> {
  const { from, jiraAhead = 0 } = settings;
  const clock = settings.clock ?? createSiteClock(from?.at ?? settings.startAt, () => 0);
  const stage = await createStage({
    clock,
    jiraClock: { now: () => clock.now() + jiraAhead, set: (at) => clock.set(at - jiraAhead) },
    dump: from === undefined ? null : structuredClone(from.stage),
    platformOptions: settings.platform ?? {},
    jiraOptions: settings.jira ?? {},
  });
  const { jira, platform } = stage;
  const time = createTimeMachine(clock, platform, (error) => {
    throw error;
  });
  const things = from?.things ?? thingsOn(jira, settings.named ?? ((name) => name));
  const { people } = things;

  const site: AppSite = {
    clock,
    jira,
    platform,
    ...things,
    ask: async (surface, asker, key, payload, on) => {
      const caller: Caller = {
        accountId: asker?.accountId ?? null,
        accountType: asker?.accountType ?? 'anonymous',
        locale: 'en-US',
        timezone: 'America/Toronto',
      };
      const extension = extensionOf(jira, surface, on?.issueKey);
      const answer: unknown = await platform.invokeResolver({ moduleKey: surface, extension }, caller, key, payload);
      return answer as never;
    },
    rest: (asker, method, path, body) =>
      jira.handle(
        {
          method,
          path,
          headers: { 'content-type': 'application/json' },
          body: body === undefined ? '' : JSON.stringify(body),
          identity: { kind: 'user', accountId: asker.accountId },
          scopes: null,
        },
        null,
      ),
    raise: async (asker, summary, fields = {}) => {
      const response = await site.rest(asker, 'POST', '/rest/servicedeskapi/request', {
        serviceDeskId: things.serviceDeskId,
        requestTypeId: things.requestTypeId,
        requestFieldValues: {
          summary,
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [jira.fieldId(name), value])),
        },
      });
      if (response.status !== 201) throw new Error(`raise: ${response.status} ${response.body}`);
      const { issueKey, issueId } = JSON.parse(response.body) as { issueKey: string; issueId: string };
      return { key: issueKey, id: issueId };
    },
    moveTo: (instant) => time.moveTo(instant),
    fields: async (issueKey) => {
      const response = await site.rest(people.admin, 'GET', `/rest/api/3/issue/${issueKey}`);
      const { fields } = JSON.parse(response.body) as { fields: Record<string, unknown> };
      const own = platform.manifest.customFields.map(({ moduleKey }): [string, unknown] => [
        moduleKey,
        fields[jira.fieldId(moduleKey)] ?? null,
      ]);
      return { ...Object.fromEntries(own), priority: (fields['priority'] as { id: string } | null)?.id ?? null };
    },
    dump: () => ({ stage: stage.dump(), things, at: clock.now() }),
    close: async () => {
      const { stored, logged } = keptBy(platform);
      await platform.close();
      const given = wordsOf(privateWords(jira), stored + logged);
      if (given.length > 0) throw new Error(`kept or logged: ${given.join(', ')}`);
    },
  };

  for (const issue of settings.issues?.({
    projectKey: 'SUP',
    requestTypeId: things.requestTypeId,
    customer: people.customer.accountId,
    agent: people.agent.accountId,
  }) ?? []) {
    jira.seedIssue(issue);
  }
  if (settings.policy !== null && from === undefined) {
    await publish(site, settings.policy ?? ((proposed) => proposed), settings.adopt ?? 'new-tickets');
  }
  await platform.settle();
  return site;
}

function thingsOn(jira: JiraAdmin, named: (name: string) => string): Things {
  const person = (kind: 'admin' | 'agent' | 'customer' | 'unlicensed', displayName: string): Person => ({
    accountId: jira.addUser({ kind, displayName: named(displayName), emailAddress: emailOf(named(displayName)) })
      .accountId,
    accountType: kind === 'admin' || kind === 'agent' ? 'licensed' : kind,
  });
  const people = {
    admin: person('admin', 'Alex Admin'),
    agent: person('agent', 'Agathe Agent'),
    outsider: person('agent', 'Oscar Outsider'),
    customer: person('customer', 'Claire Cliente'),
    colleague: person('customer', 'Colin Collègue'),
    stranger: person('customer', 'Sam Stranger'),
    employee: person('unlicensed', 'Emma Employée'),
  };
  const project = jira.addProject({
    key: 'SUP',
    name: named('Support'),
    type: 'service_desk',
    roles: { agent: [people.agent.accountId, people.admin.accountId], administrator: [people.admin.accountId] },
  });
  const requestType = jira.addRequestType({
    projectKey: 'SUP',
    name: named('Report an incident'),
    fields: [
      { fieldId: jira.fieldId('impact'), required: false },
      { fieldId: jira.fieldId('urgency'), required: false },
    ],
  });
  const organization = (name: string, memberIds: string[]): string =>
    jira.addOrganization({ name: named(name), memberIds, projectKeys: ['SUP'] }).id;
  return {
    people,
    organizations: {
      sainteRose: organization('Hôpital Sainte-Rose', [people.customer.accountId, people.colleague.accountId]),
      nord: organization('Cégep du Nord', [people.stranger.accountId]),
    },
    requestTypeId: requestType.id,
    projectId: project.id,
    serviceDeskId: project.serviceDeskId ?? '',
  };
}

/** Publishes what the admin page proposes, changed by the test, as the admin; throws where it is refused. */
export async function publish(
  site: AppSite,
  change: (proposed: PolicyDocument) => PolicyDocument,
  adopt: 'new-tickets' | 'open-tickets' = 'new-tickets',
): Promise<AdminPageView> {
  const proposed = granted(await site.ask<AdminPageApi, 'view'>('admin-page', site.people.admin, 'view', {}));
  const published = await site.ask<AdminPageApi, 'publish'>('admin-page', site.people.admin, 'publish', {
    document: change(proposed.document),
    baseVersion: proposed.published?.version ?? null,
    adopt,
  });
  return granted(published);
}

/** The data of an answer; throws where it was refused, so that a test says why. */
export function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.problems ?? [])}`);
  return answer.data;
}

function extensionOf(jira: JiraAdmin, surface: string, issueKey: string | undefined): Record<string, unknown> {
  const issue = issueKey === undefined ? undefined : jira.issue(issueKey);
  switch (surface) {
    case 'agent-panel':
      return {
        type: 'jira:issueContext',
        issue: { id: issue?.id ?? '0', key: issueKey ?? 'SUP-0', type: '[System] Incident', typeId: '10001' },
        project: { id: issue?.projectId ?? '0', key: 'SUP', type: 'service_desk' },
      };
    case 'customer-panel':
      return {
        type: 'jiraServiceManagement:portalRequestDetailPanel',
        portal: { id: 1 },
        request: { key: issueKey ?? 'SUP-0', typeId: 1 },
      };
    case 'request-form':
      return {
        type: 'jiraServiceManagement:portalRequestCreatePropertyPanel',
        portal: { id: Number(Object.values(jira.state().projects)[0]?.serviceDeskId) },
        request: { typeId: Number(Object.values(jira.state().requestTypes)[0]?.id) },
      };
    case 'sla-gadget':
      return { type: 'jira:dashboardGadget', gadgetConfiguration: { projectId: projectIdOf(jira, 'SUP') } };
    case 'sla-board':
      return { type: 'jira:projectPage', project: { id: projectIdOf(jira, 'SUP'), key: 'SUP', type: 'service_desk' } };
    case 'admin-page':
      return { type: 'jira:adminPage' };
    default:
      return { type: 'jira:customField', fieldId: jira.fieldId('impact'), renderContext: 'issue-view' };
  }
}

/** `agathe.agent@example.org`. */
const emailOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@example.org`;

function projectIdOf(jira: JiraAdmin, projectKey: string): string {
  return Object.values(jira.state().projects).find(({ key }) => key === projectKey)?.id ?? '0';
}
