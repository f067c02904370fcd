import { spawnSync } from 'node:child_process';
import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { unpackChromium } from './unpack-chromium';
import { whichBrowser } from './which-browser';

/** Where `npm test` tells its suites of the one browser it has started. */
export const BROWSER_ENDPOINT = 'CADRAN_BROWSER';

/** Connects to the browser that `npm test` started, else starts one. Close it after use. */
export async function openBrowser(): Promise<Browser> {
  const endpoint = process.env[BROWSER_ENDPOINT];
  return endpoint === undefined ? chromium.launch(await howToLaunch()) : chromium.connect(endpoint);
}

/** One browser for several processes; its `wsEndpoint()` goes into BROWSER_ENDPOINT. */
export async function serveBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(await howToLaunch());
}

interface HowToLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** In containers there is no user namespace to sandbox in, and what is opened is the local site alone. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb'];

async function howToLaunch(): Promise<HowToLaunch> {
  const here = whichBrowser();
  if (here.kind === 'none') throw new Error(here.reason);
  if (here.kind === 'installed') return { executablePath: here.executable, args: ARGS, env: ownEnvironment() };
  const { executable, libraries, fontConfig } = await unpackChromium();
  const carried = { ...ownEnvironment(), FONTCONFIG_FILE: fontConfig, LD_LIBRARY_PATH: libraries };
  // The carried libraries are Amazon Linux 2023's; a machine whose C library is older has to bring its own.
  const env = starts(executable, carried) ? carried : { ...ownEnvironment(), FONTCONFIG_FILE: fontConfig };
  return { executablePath: executable, args: ARGS, env };
}

const starts = (executable: string, env: Record<string, string>): boolean =>
  spawnSync(executable, ['--version', '--no-sandbox'], { env, timeout: 20_000 }).status === 0;

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
