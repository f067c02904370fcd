import { extensionOf, issueParts } from './pages/extensions';
import type { Lozenge } from './pages/issue-page';
import type { IssueThing } from './pages/jira-shapes';
import { Rest } from './pages/rest';
import { formatterOf, textIn, type SiteFacts } from './pages/site-facts';
import { NEW_TOUR, tourAfter, type Happening, type TourState } from './pages/tour';
import { happeningOf, sentRequestOf } from './pages/tour-observer';
import { callerFor, type Visit } from './pages/visit';
import { createBridgeEndpoints, type BridgeEndpoints } from './platform/bridge-endpoints';
import type { Frames } from './platform/frames';
import type { Person } from './seed/people';
import { PROJECT_KEY } from './seed/seed-jira';
import type { HeldClock } from './held-clock';
import type { Caller, Identity } from './seam';
import type { IncomingMessage } from 'node:http';
import { createStage, observing, type Stage, type StageDump, type StageSettings } from './stage';
import { createTimeMachine, type TimeMachine } from './time-machine';

/** One life of the site: from a seed or a saved state until it is closed or begun anew. */
export interface World {
  readonly stage: Stage;
  readonly time: TimeMachine;
  readonly facts: SiteFacts;
  readonly bridge: BridgeEndpoints;
  tour(): TourState;
  /** Forgets what the seed did of the tour. */
  beginTour(): void;
  restOf(person: Person | null): Rest;
  lozengeOf(visit: Visit, issue: IssueThing): Promise<Lozenge | null>;
  /** Grows with every change of what pages show. */
  revision(): string;
  close(): Promise<void>;
}

export interface WorldSettings {
  readonly clock: HeldClock;
  readonly dump: StageDump | null;
  readonly tour: TourState;
  readonly frames: Frames;
  readonly stage: Omit<StageSettings, 'clock' | 'dump'>;
  /** The signed-in person of a request, as the platform tells the app of them. */
  readonly callerOf: (request: IncomingMessage) => Caller;
  readonly onError: (error: unknown) => void;
}

/** Composes the stage with what the pages need of it. */
export async function createWorld(settings: WorldSettings): Promise<World> {
  const stage = await createStage({ ...settings.stage, clock: settings.clock, dump: settings.dump });
  const { jira, platform } = stage;
  let tour = settings.tour;
  let ticks = 0;
  const happen = (happening: Happening | null): void => {
    const next = happening === null ? tour : tourAfter(tour, happening);
    if (next !== tour) ticks += 1;
    tour = next;
  };
  jira.onEvent((event) => happen(sentRequestOf(event)));

  const time = createTimeMachine(settings.clock, platform, settings.onError);
  const facts = factsOf(stage);
  const asPerson = (identity: Identity): Rest => new Rest(jira, identity);
  const bridge = createBridgeEndpoints({
    platform: observing(platform, (context, caller, key, answer) => happen(happeningOf(context, caller, key, answer))),
    jira,
    frames: settings.frames,
    callerOf: settings.callerOf,
    extensionOf: (module, subject, { accountId }) =>
      extensionOf(
        module,
        subject,
        asPerson(accountId === null ? { kind: 'none' } : { kind: 'user', accountId }),
        facts,
      ),
  });

  return {
    stage,
    time: {
      ...time,
      moveToNextThreshold: async () => {
        const moved = await time.moveToNextThreshold();
        if (moved) happen({ kind: 'moved-to-threshold' });
        return moved;
      },
    },
    facts,
    bridge,
    tour: () => tour,
    beginTour: () => {
      tour = NEW_TOUR;
    },
    restOf: (person) => asPerson(person === null ? { kind: 'none' } : { kind: 'user', accountId: person.accountId }),
    lozengeOf: ({ person, texts }, issue) => lozengeOf(stage, callerFor(person, texts.language), issue),
    revision: () => `${String(stage.writes())}.${String(ticks)}`,
    close: async () => {
      await time.stop();
      await stage.close();
    },
  };
}

function factsOf({ jira, platform, translate }: Stage): SiteFacts {
  const { manifest } = platform;
  const rawOf = (moduleKey: string): Readonly<Record<string, unknown>> => {
    const module = manifest.uiModules.get(moduleKey);
    if (module === undefined) throw new Error(`the manifest has no module ${moduleKey}`);
    return module.raw;
  };
  const formatters = new Map(
    manifest.customFields.map(({ moduleKey }) => [moduleKey, formatterOf(rawOf(moduleKey))] as const),
  );
  const project = () => {
    const found = Object.values(jira.state().projects).find(({ key }) => key === PROJECT_KEY);
    if (found === undefined) throw new Error(`the site has no project ${PROJECT_KEY}`);
    return found;
  };
  return {
    projectKey: PROJECT_KEY,
    get projectId() {
      return project().id;
    },
    get serviceDeskId() {
      return project().serviceDeskId ?? '';
    },
    appUuid: manifest.appId.slice(manifest.appId.lastIndexOf('/') + 1),
    fieldId: (moduleKey) => jira.fieldId(moduleKey),
    moduleName: (moduleKey, language) => {
      const raw = rawOf(moduleKey);
      return textIn(raw['name'] ?? raw['title'], language, translate);
    },
    inList: (moduleKey, value) => formatters.get(moduleKey)?.(value) ?? '',
  };
}

/** What Jira asks the app for when it shows the collapsed panel; a panel without an answer has no lozenge. */
async function lozengeOf({ platform }: Stage, caller: Caller, issue: IssueThing): Promise<Lozenge | null> {
  const module = platform.manifest.uiModules.get('agent-panel');
  const dynamic = module?.raw['dynamicProperties'] as { function?: string } | undefined;
  if (module === undefined || dynamic?.function === undefined) return null;
  const payload = { cloudId: platform.app.cloudId, extension: { type: module.type, ...issueParts(issue) } };
  const answer = (await platform.invokeFunction(dynamic.function, payload, caller).catch(() => null)) as {
    status?: { value?: Lozenge };
  } | null;
  return answer?.status?.value ?? null;
}
