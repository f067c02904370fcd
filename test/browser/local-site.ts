import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { createSite, type Site, type SiteSettings } from '../sandbox/site';
import { openBrowser } from './launch';
import { watch, type Complaints } from './watch';

/** A seeded local site with a browser at it. */
export interface OpenSite {
  readonly site: Site;
  /** A fresh person's browser: no cookies, nothing complained of yet. */
  enter(options?: { language?: 'en' | 'fr'; width?: number; height?: number }): Promise<Entered>;
  close(): Promise<void>;
}

export interface Entered {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: Complaints;
}

/** Builds what changed, seeds a site of its own and opens the browser. */
export async function openSite(
  settings: Pick<SiteSettings, 'seed' | 'setUp' | 'stage' | 'runsByItself'> = {},
): Promise<OpenSite> {
  await buildSurfaces();
  const site = await createSite({ port: 0, ...settings });
  const browser: Browser = await openBrowser();
  return {
    site,
    enter: async ({ language = 'en', width = 1280, height = 900 } = {}) => {
      const context = await browser.newContext({
        baseURL: site.origin,
        locale: language === 'fr' ? 'fr-CA' : 'en-US',
        timezoneId: 'America/Toronto',
        viewport: { width, height },
        reducedMotion: 'reduce',
      });
      const complaints = await watch(context);
      return { context, complaints, page: await context.newPage() };
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** A module's frame on a page. */
export const moduleFrame = (page: Page, moduleKey: string): FrameLocator =>
  page.frameLocator(`.frame-${moduleKey} iframe`);

/** Waits until every frame of the page has said something and none is still loading. */
export async function framesReady(page: Page): Promise<void> {
  const places = await page.locator('.frame').count();
  await page.waitForFunction((count) => document.querySelectorAll('.frame iframe').length >= count, places);
  for (const frame of page.frames().slice(1)) {
    const isReady = (): boolean => {
      const root = document.getElementById('root');
      return root !== null && root.innerText.trim() !== '' && !root.querySelector('.skeleton, [aria-busy="true"]');
    };
    // Frames outside the window draw nothing, so waiting for their next drawing would never end.
    await frame.waitForFunction(isReady, undefined, { polling: 100 });
  }
}

/** In a process of its own, since the surfaces' bundler is an ES module, which jest on Node 20 cannot load. */
async function buildSurfaces(): Promise<void> {
  const root = resolve(__dirname, '../..');
  await promisify(execFile)(process.execPath, [require.resolve('tsx/cli'), 'static/build.ts'], { cwd: root });
}
