/** The app on a site whose calls a test may have go wrong: functions run in the test's own process, hundreds of sites a suite. */
import { randomUUID } from 'node:crypto';
import { InProcessFunctions, type Mishap } from '../../sandbox/platform/in-process';
import type { PlatformOptions } from '../../sandbox/platform/platform';
import { startAppSite, type AppSite, type AppSiteSettings } from '../app-site';

export interface FaultySite extends AppSite {
  /** What goes wrong from now on; null where nothing does. */
  mishap: Mishap | null;
}

/** A host of functions in this process, with what goes wrong at each moment. */
export function hostedHere(mishap: () => Mishap | null): NonNullable<PlatformOptions['host']> {
  const load = async () => ({ index: await import('../../../src/index'), admin: await import('../../../src/admin') });
  return (around) => new InProcessFunctions(around, load, mishap);
}

/** As startAppSite, with functions in this process. */
export async function startFaultySite(settings: AppSiteSettings): Promise<FaultySite> {
  let mishap: Mishap | null = null;
  const site = await startAppSite({
    ...settings,
    platform: {
      ...settings.platform,
      // Warm functions keep some things by installation, and each site here has functions of its own.
      installationId: randomUUID(),
      host: hostedHere(() => mishap),
    },
  });
  return Object.defineProperty(site as FaultySite, 'mishap', {
    get: () => mishap,
    set: (value: Mishap | null) => {
      mishap = value;
    },
  });
}
