/**
 * A site on which everything is said in words of its own, and what is asked on it: for tests of what is kept of those
 * words, and of whose they are.
 */
import type { AdminPageApi } from '../../../src/contract/admin-page';
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import type { CustomerPanelApi } from '../../../src/contract/customer-panel';
import type { LevelFieldApi } from '../../../src/contract/level-field';
import type { ReportAnswer } from '../../../src/contract/report';
import type { RequestFormApi } from '../../../src/contract/request-form';
import type { SlaBoardApi } from '../../../src/contract/sla-board';
import type { SlaGadgetApi } from '../../../src/contract/sla-gadget';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { EpochMillis } from '../../../src/core/time/instant';
import type { SiteClock } from '../../sandbox/seam';
import type { LocalPlatform, PlatformOptions } from '../../sandbox/platform/platform';
import { granted, startAppSite, type AppSite, type Person } from '../app-site';

/** What each surface answers, by the module that a call names. */
export interface SurfaceApis {
  'agent-panel': AgentPanelApi;
  'admin-page': AdminPageApi;
  'customer-panel': CustomerPanelApi;
  'request-form': RequestFormApi;
  impact: LevelFieldApi;
  'sla-board': SlaBoardApi;
  'sla-gadget': SlaGadgetApi;
}
export type SurfaceName = keyof SurfaceApis;

/** A call as it was made, and what came of it. */
export interface Asked {
  readonly surface: SurfaceName;
  readonly key: string;
  readonly person: keyof AppSite['people'];
  readonly payload: unknown;
  readonly issueKey: string | null;
  readonly answer: unknown;
}

export interface LifeSettings {
  /** A word in every name, and in whatever anybody writes. */
  readonly mark: string;
  readonly startAt: EpochMillis;
  /** Whether the policy's texts have the word too; they are the admin's, and kept. */
  readonly marksPolicy?: boolean;
  /** How many times the preset's targets the policy promises. */
  readonly slowness?: number;
  readonly clock?: SiteClock;
  readonly neighbour?: LocalPlatform;
  /** Where functions run, if not in a process of their own. */
  readonly host?: PlatformOptions['host'];
}

export interface Life {
  readonly site: AppSite;
  readonly settings: LifeSettings;
  readonly featureTypeId: string;
  readonly asked: Asked[];
  /** Answers of calls that are no resolver's: lozenges and suggestions. */
  readonly told: unknown[];
  /** What a step leaves for those that follow. */
  readonly kept: Map<string, string>;
}

/** A site before anybody set the app up, with a second form, a select list, a group and versions. */
export async function beginLife(settings: LifeSettings): Promise<Life> {
  const { mark, startAt, clock, neighbour, host } = settings;
  const site = await startAppSite({
    startAt,
    policy: null,
    named: (name) => `${name} ${mark}`,
    ...(clock === undefined ? {} : { clock }),
    platform: {
      rates: false,
      cloudId: `cloud-${mark.toLowerCase()}`,
      installationId: `installation-${mark.toLowerCase()}`,
      ...(neighbour === undefined ? {} : { neighbour }),
      ...(host === undefined ? {} : { host }),
    },
  });
  site.jira.addUser({ kind: 'agent', displayName: `Gaston Garde ${mark}`, groups: [`garde-${mark}`] });
  site.jira.addSelectField({ name: `Urgence locale ${mark}`, options: [`Tout de suite ${mark}`] });
  site.jira.addVersion({ projectKey: 'SUP', name: `Version ${mark}`, releaseDate: '2026-02-01' });
  const feature = site.jira.addRequestType({ projectKey: 'SUP', name: `Demande de fonction ${mark}` });
  return { site, settings, featureTypeId: feature.id, asked: [], told: [], kept: new Map() };
}

/** Asks a surface as a person; throws where it is refused. */
export async function ask<Surface extends SurfaceName, Key extends keyof SurfaceApis[Surface] & string>(
  life: Life,
  surface: Surface,
  person: keyof AppSite['people'],
  key: Key,
  payload: SurfaceApis[Surface][Key] extends { request: infer Request } ? Request : never,
  issueKey?: string,
): Promise<SurfaceApis[Surface][Key] extends { response: infer Response } ? Response : never> {
  const { site, asked } = life;
  const on = issueKey === undefined ? undefined : { issueKey };
  const answer = await site.ask(surface, site.people[person], key, payload, on);
  asked.push({ surface, key, person, payload, issueKey: issueKey ?? null, answer });
  return granted(answer) as never;
}

/** A report as somebody gets it who waits; time stands still, so only messages that are due at once may make it. */
export async function untilMade<T>(
  life: Life,
  askFor: (made: string | null) => Promise<ReportAnswer<T>>,
): Promise<T & { readonly kind: 'ready' }> {
  let made: string | null = null;
  for (let times = 0; times < 20; times += 1) {
    const answer: ReportAnswer<T> = await askFor(made);
    if (answer.kind === 'ready') return answer;
    made = answer.runId;
    await ask(life, 'sla-board', 'agent', 'reportProgress', { runId: made });
    await life.site.platform.settle();
  }
  throw new Error('the report was never made');
}

/** One REST call that Jira grants. */
export async function rest(life: Life, person: Person, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await life.site.rest(person, method, path, body);
  if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${response.body}`);
  return response.body === '' ? null : JSON.parse(response.body);
}

/** The document with the mark in each of its texts, and targets as slow as this life has them. */
export function markedPolicy(life: Life, document: PolicyDocument): PolicyDocument {
  const { mark, marksPolicy = false, slowness = 1 } = life.settings;
  const isText = (value: object): value is { en: string | null; fr: string | null } => 'en' in value && 'fr' in value;
  const marked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== 'object' || value === null) return value;
    if (isText(value) && !marksPolicy) return value;
    if (isText(value)) return { en: value.en && `${value.en} ${mark}`, fr: value.fr && `${value.fr} ${mark}` };
    if ('target' in value && 'calendar' in value) {
      const target = value.target as { unit: string; amount: number };
      return { ...value, target: { ...target, amount: target.amount * slowness } };
    }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, marked(member)]));
  };
  return marked(document) as PolicyDocument;
}
