/** Composes the stand-in Jira: one site behind the seam's `handle`, and the in-process door for seeds and tests. */
import type { CountedCall, DeclaredField, ProductEvent, SiteClock, StandInJira } from '../seam';
import type { JiraAdmin } from './admin/jira-admin';
import { createAdmin } from './admin/create-admin';
import { addScreens } from './admin/seed-site';
import { emptySite } from './defaults';
import { appFields, installFields } from './fields/app-fields';
import { Engine } from './http/engine';
import type { SiteState } from './model';
import type { JiraOptionsInput } from './options';
import { mergeOptions } from './options';
import { Site } from './site';

export interface JiraInput {
  clock: SiteClock;
  /** The custom fields of the app's manifest. */
  fields: readonly DeclaredField[];
  appId: string;
  environmentId: string;
  /** What dump() gave; without it the site is new and empty. */
  state?: unknown;
  options?: JiraOptionsInput;
}

/**
 * A stand-in Jira with Jira Service Management. Restoring a dump keeps the site as it was; app fields that the
 * manifest has gained since are added. Throws on a custom field type that manifests do not know.
 */
export function createJira(input: JiraInput): StandInJira & JiraAdmin {
  const options = mergeOptions(input.options ?? {});
  const declared = appFields(input.fields, input.appId, input.environmentId);
  const state =
    input.state === undefined ? emptySite(options.siteLanguage, declared) : structuredClone(input.state as SiteState);
  if (input.state !== undefined) installFields(state, declared);
  const site = new Site(state, input.clock, options);
  addScreens(site);
  site.state.users[options.appAccountId] ??= {
    accountId: options.appAccountId,
    accountType: 'app',
    displayName: options.appDisplayName,
    emailAddress: null,
    active: true,
    licence: 'jira',
    isAdmin: false,
    groups: [],
    locale: 'en-US',
    timeZone: 'UTC',
  };
  const listeners: ((event: ProductEvent) => void)[] = [];
  const deliver = (): void => {
    for (const event of site.pending.splice(0)) for (const listener of listeners) listener(structuredClone(event));
  };
  const engine = new Engine(site, deliver);
  return {
    ...createAdmin(site, engine, deliver),
    handle: (request, functionKey) => engine.handle(request, functionKey),
    onEvent: (listener) => void listeners.push(listener),
    calls: (): readonly CountedCall[] => engine.calls,
    resetCalls: () => engine.resetCalls(),
    dump: () => structuredClone(site.state),
  };
}
