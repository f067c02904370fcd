import type { IncomingMessage } from 'node:http';
import type { AdminPageView } from '../../src/contract/admin-page';
import { sortFindings } from '../../static/admin-page/check/finding-groups';
import { assetRoutes } from './pages/assets';
import { refusalPage } from './pages/refusal-page';
import type { Rest } from './pages/rest';
import { routesOf } from './pages/routes';
import type { SiteHost } from './pages/site-host';
import { startFigures } from './pages/start-figures';
import { MOVE_TARGETS, targetInstant, type MoveTarget } from './pages/time-targets';
import { NEW_TOUR } from './pages/tour';
import { callerFor, callerOf, visitOf } from './pages/visit';
import { cookiesOf, page } from './pages/web/web';
import { startFrames, type Frames } from './platform/frames';
import { readManifest } from './platform/manifest';
import { thePerson, type Person } from './seed/people';
import { SEED_START, seedSite } from './seed/seed-site';
import type { Instant, SiteClock } from './seam';
import { createHeldClock } from './held-clock';
import { createSiteClock } from './site-clock';
import { startSiteServer, type SiteServer } from './site-server';
import type { StageSettings } from './stage';
import { noStateFile, stateFile } from './state-file';
import { createWorld, type World } from './world';

export interface SiteSettings {
  /** The pages' port; 0 for any free one. */
  readonly port: number;
  /** The frames' port; by default the next one, or any free one where that is taken. */
  readonly framesPort?: number;
  /** Where the state is kept; absent for a site that forgets. */
  readonly stateFile?: string;
  /** Begins anew, whatever was kept. */
  readonly reset?: boolean;
  /** False for a site whose requests are still to come. True by default. */
  readonly seed?: boolean;
  /** False for a site on which nobody has set the app up: no policy, no plans, its fields on no screen and no form. */
  readonly setUp?: boolean;
  /** Whether the platform also runs as time passes by itself. True by default. */
  readonly runsByItself?: boolean;
  readonly stage?: Omit<StageSettings, 'clock' | 'dump'>;
  /** What fails behind a page, or while time passes by itself. Standard error by default. */
  readonly onError?: (error: unknown) => void;
}

export interface Site {
  readonly origin: string;
  readonly framesOrigin: string;
  readonly clock: SiteClock;
  /** The present life of the site: another one after starting over. */
  world(): World;
  /** Moves time onwards, everything at its own time. */
  moveTo(target: Instant): Promise<void>;
  move(target: MoveTarget): Promise<void>;
  startOver(): Promise<void>;
  /** Saves and stops. */
  close(): Promise<void>;
}

const SAVE_EVERY_MILLIS = 2_000;

/**
 * Starts the local site: the stand-in Jira with the app installed on the stand-in platform, the pages around them, and the
 * seed or what was kept of a former run. Rejects with PortTaken, and where the app would not deploy.
 */
export async function createSite(settings: SiteSettings): Promise<Site> {
  const onError = settings.onError ?? ((error: unknown) => console.error(error));
  const file = settings.stateFile === undefined ? noStateFile : stateFile(settings.stateFile);
  if (settings.reset === true) file.clear();
  const saved = file.read();
  const clock = createHeldClock(createSiteClock(saved?.now ?? SEED_START));
  let world: World | null = null;
  const life = (): World => {
    if (world === null) throw new Error('The site is between two lives; try again.');
    return world;
  };

  const host: SiteHost = {
    visit: (request) => visitOf(request, clock.now(), (person) => life().restOf(person)),
    moves: () => ({ now: clock.now(), targets: targetsOf(life(), clock) }),
    facts: () => life().facts,
    tour: () => life().tour(),
    startFigures: async () => {
      const { facts } = life();
      const restOf = (person: Person): Rest => life().restOf(person);
      return startFigures(restOf, facts.projectKey, facts.fieldId('sla-status'), await countFindings(life()));
    },
    lozengeOf: (visit, issue) => life().lozengeOf(visit, issue),
    perform: (work) => life().time.perform(work),
    move: (target) => move(target),
    startOver: () => startOver(),
    revision: () => life().revision(),
  };

  let server: SiteServer | null = null;
  const frames = await framesFor(settings, () => server?.origin ?? '');
  let isUp: () => void = () => undefined;
  try {
    server = await startSiteServer({
      port: settings.port,
      routes: [...routesOf(host), ...(await assetRoutes())],
      isReady: new Promise<void>((resolve) => (isUp = resolve)),
      bridge: (request, response) => life().bridge(request, response),
      framesOrigin: frames.origin,
      onRefusal: (request, status, reason, jiraSaid) =>
        page(refusalPage(host.visit(request), host.moves(), reason, jiraSaid), status),
      onError,
    });
  } catch (error) {
    await frames.close();
    throw error;
  }

  const born = async (isNew: boolean): Promise<World> => {
    const next = await createWorld({
      clock,
      dump: isNew ? null : (saved?.stage ?? null),
      tour: isNew ? NEW_TOUR : (saved?.tour ?? NEW_TOUR),
      frames,
      stage: settings.stage ?? {},
      callerOf: (request) => callerOf(askingOf(request)),
      onError,
    });
    if (isNew) {
      await seedSite(next, clock, { requests: settings.seed ?? true, setUp: settings.setUp ?? true }).catch(
        async (error: unknown) => {
          await next.close();
          throw error;
        },
      );
    }
    if (settings.runsByItself ?? true) next.time.start();
    return next;
  };
  let savedRevision = '';
  const save = (): void => {
    if (world === null) return;
    savedRevision = world.revision();
    file.write({ version: 1, now: clock.now(), stage: world.stage.dump(), tour: world.tour() });
  };
  const move = async (target: MoveTarget): Promise<void> => {
    if (target === 'next-threshold') {
      await life().time.moveToNextThreshold();
    } else {
      const instant = targetsOf(life(), clock)[target];
      if (instant !== null) await life().time.moveTo(instant);
    }
    save();
  };
  const startOver = async (): Promise<void> => {
    const old = life();
    world = null;
    await old.close();
    clock.set(SEED_START);
    world = await born(true);
    save();
  };

  try {
    world = await born(saved === null);
  } catch (error) {
    await server.close();
    await frames.close();
    throw error;
  }
  save();
  isUp();
  const saver = setInterval(() => {
    if (world !== null && world.revision() !== savedRevision) save();
  }, SAVE_EVERY_MILLIS);
  const { origin } = server;
  const closeServer = (): Promise<void> => server.close();
  return {
    origin,
    framesOrigin: frames.origin,
    clock,
    world: life,
    moveTo: (target) => life().time.moveTo(target),
    move,
    startOver,
    close: async () => {
      clearInterval(saver);
      await Promise.all([closeServer(), frames.close()]);
      await life().time.stop();
      save();
      await life().close();
    },
  };
}

function targetsOf({ time }: World, clock: SiteClock): Record<MoveTarget, Instant | null> {
  const known = { now: clock.now(), realNow: Date.now(), nextThreshold: time.nextThreshold() };
  return Object.fromEntries(MOVE_TARGETS.map((target) => [target, targetInstant(target, known)])) as Record<
    MoveTarget,
    Instant | null
  >;
}

/** How many decisions the findings ask of the administrator, counted as the app's own page counts them. */
async function countFindings({ stage }: World): Promise<number> {
  const context = { moduleKey: 'admin-page', extension: {} };
  const answer = (await stage.platform.invokeResolver(context, callerFor(thePerson('admin'), 'en'), 'view', {})) as {
    data?: AdminPageView;
  };
  const { errors, toDecide } = sortFindings(answer.data?.findings ?? []);
  return errors.length + toDecide.length;
}

async function framesFor({ port, framesPort, stage }: SiteSettings, siteOrigin: () => string): Promise<Frames> {
  const manifest = readManifest(stage?.manifestPath ?? 'manifest.yml');
  const wanted = framesPort ?? (port === 0 ? 0 : port + 1);
  // By its code alone: under jest Node's errors are of another realm and no instances of Error.
  return startFrames({ manifest, siteOrigin, port: wanted }).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' || framesPort !== undefined) throw error;
    return startFrames({ manifest, siteOrigin, port: 0 });
  });
}

const askingOf = ({ headers }: IncomingMessage) => ({
  cookies: cookiesOf(headers.cookie ?? ''),
  acceptLanguage: headers['accept-language'] ?? '',
});
