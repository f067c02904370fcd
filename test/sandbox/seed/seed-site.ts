import { instantOfLocal } from '../../../src/core/time/zone';
import * as actions from '../pages/actions';
import type { NamedThing } from '../pages/jira-shapes';
import { SITE_ZONE } from '../pages/time-targets';
import type { Rest } from '../pages/rest';
import type { HeldClock } from '../held-clock';
import type { Instant } from '../seam';
import type { World } from '../world';
import { NEXT_VERSION, OTHER_PROJECT_KEY, PROJECT_KEY, seedJira, type SeededJira } from './seed-jira';
import { acceptProposal, assignPlans, proposeByOrder, publishPolicy, recordEstablishments } from './install-app';
import { thePerson, type OrganizationKey } from './people';
import { SEED_STEPS, type Deed } from './steps';

const wallClock = (at: string): Instant => {
  const [date = '', time = ''] = at.split(' ');
  const [hours, minutes] = time.split(':').map(Number);
  return instantOfLocal(SITE_ZONE, date, (hours ?? 0) * 60 + (minutes ?? 0));
};

/** When the app is installed and its policy published. */
export const SEED_START: Instant = wallClock('2025-11-24 08:00');
/** When whoever opens the site comes in. */
export const SEED_NOW: Instant = wallClock('2025-12-09 10:00');

/** How much of the seed is wanted: the requests need a site that is set up. */
export interface Seeding {
  readonly requests: boolean;
  readonly setUp: boolean;
}

/**
 * Fills a new site: its people and forms, the published policy and the plans, and, unless told not to, the requests, each
 * step done by the person concerned at its time. The clock ends at SEED_NOW either way.
 */
export async function seedSite(world: World, clock: HeldClock, what: Seeding): Promise<void> {
  clock.hold();
  try {
    await fill(world, clock, what);
  } finally {
    clock.release();
  }
}

async function fill(world: World, clock: HeldClock, { requests, setUp }: Seeding): Promise<void> {
  const { stage, time } = world;
  const seeded = seedJira(stage, setUp);
  if (setUp) {
    await time.perform(async () => {
      await publishPolicy(stage, seeded);
      await assignPlans(stage, seeded);
      await recordEstablishments(stage, seeded);
    });
  }
  const keys = new Map<string, string>();
  for (const { at, by, do: deed } of requests && setUp ? SEED_STEPS : []) {
    await time.moveTo(wallClock(at));
    await time.perform(() => perform(deed, { world, seeded, keys, rest: world.restOf(thePerson(by)), by }));
  }
  if (clock.now() > SEED_NOW) throw new Error('the seed goes on after its end');
  await time.moveTo(SEED_NOW);
  world.beginTour();
}

interface Doing {
  readonly world: World;
  readonly seeded: SeededJira;
  /** Issue keys by the seed's own names. */
  readonly keys: Map<string, string>;
  readonly rest: Rest;
  readonly by: Parameters<typeof thePerson>[0];
}

async function perform(deed: Deed, { world, seeded, keys, rest, by }: Doing): Promise<void> {
  const keyOf = (ref: string): string => {
    const key = keys.get(ref);
    if (key === undefined) throw new Error(`the seed has not sent ${ref} yet`);
    return key;
  };
  const organizationIdOf = (key: OrganizationKey): string => {
    const id = seeded.organizationIds.get(key);
    if (id === undefined) throw new Error(`the seed has no organization ${key}`);
    return id;
  };
  switch (deed.kind) {
    case 'send': {
      const { fieldId } = world.facts;
      const levels =
        deed.levels === null ? {} : { [fieldId('impact')]: deed.levels[0], [fieldId('urgency')]: deed.levels[1] };
      const fields = { summary: deed.summary, description: deed.description, ...levels };
      const typeId = seeded.requestTypeIds[deed.type];
      keys.set(deed.ref, await actions.sendRequest(rest, seeded.serviceDeskId, typeId, fields));
      return;
    }
    case 'reply':
      return actions.addComment(rest, keyOf(deed.ref), deed.text, false);
    case 'note':
      return actions.addComment(rest, keyOf(deed.ref), deed.text, true);
    case 'message':
      return actions.sendMessage(rest, keyOf(deed.ref), deed.text);
    case 'transition': {
      const path = `/rest/api/3/issue/${keyOf(deed.ref)}/transitions`;
      const { transitions } = await rest.get<{ transitions: readonly NamedThing[] }>(path);
      return actions.transitionIssue(rest, keyOf(deed.ref), idNamed(transitions, deed.name));
    }
    case 'portal-transition': {
      const path = `/rest/servicedeskapi/request/${keyOf(deed.ref)}/transition`;
      const { values } = await rest.get<{ values: readonly NamedThing[] }>(path);
      await actions.transitionRequest(rest, keyOf(deed.ref), idNamed(values, deed.name));
      return;
    }
    case 'priority': {
      const { values } = await rest.get<{ values: readonly NamedThing[] }>(
        `/rest/api/3/priority/search?projectId=${seeded.projectId}`,
      );
      await actions.setPriority(rest, keyOf(deed.ref), idNamed(values, deed.name));
      return;
    }
    case 'assign':
      await actions.assign(rest, keyOf(deed.ref), thePerson(by).accountId);
      return;
    case 'plan':
      return actions.planFor(rest, keyOf(deed.ref), NEXT_VERSION);
    case 'share':
      await actions.setOrganizations(rest, keyOf(deed.ref), deed.with.map(organizationIdOf));
      return;
    case 'propose': {
      const key = keyOf(deed.ref);
      const { id } = await rest.get<{ id: string }>(`/rest/api/3/issue/${key}`);
      const { cents, establishments, words } = deed;
      const organizationIds = establishments.map(organizationIdOf);
      const issue = { id, key, projectId: seeded.projectId };
      return proposeByOrder(world.stage, thePerson(by), issue, { cents, organizationIds, words });
    }
    case 'accept-proposal':
      return acceptProposal(world.stage, thePerson(by), keyOf(deed.ref), organizationIdOf(deed.for));
    case 'task':
      await rest.post('/rest/api/3/issue', {
        fields: { project: { key: OTHER_PROJECT_KEY }, issuetype: { name: 'Task' }, summary: deed.summary },
      });
  }
}

function idNamed(things: readonly NamedThing[], name: string): string {
  const found = things.find((thing) => thing.name === name);
  if (found === undefined)
    throw new Error(`${PROJECT_KEY} offers no ${name}, but ${things.map((thing) => thing.name).join(', ')}`);
  return found.id;
}
