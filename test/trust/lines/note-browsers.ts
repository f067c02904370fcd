/**
 * Set up before the browser suites when lines are counted: notes which parts of the surfaces' bundles run in each page,
 * and writes it down before the page goes. The suites know nothing of it.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const folder = process.env['CADRAN_COVERAGE'] ?? '';
/** A surface's scripts, wherever the local site serves them. */
const SCRIPT = /\/assets\/[^/]+\.js$/;

const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => noted(await launch(options));

function noted(browser: Browser): Browser {
  const open = new Set<BrowserContext>();
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = notedContext(await newContext(options));
    open.add(context);
    return context;
  };
  const close = browser.close.bind(browser);
  browser.close = async (options) => {
    for (const context of open) await context.close();
    await close(options);
  };
  return browser;
}

function notedContext(context: BrowserContext): BrowserContext {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    await page.coverage.startJSCoverage({ resetOnNavigation: false });
    const close = page.close.bind(page);
    page.close = async (options) => {
      await writeDown(page);
      await close(options);
    };
    return page;
  };
  const close = context.close.bind(context);
  context.close = async (options) => {
    for (const page of context.pages()) await page.close();
    await close(options);
  };
  return context;
}

async function writeDown(page: Page): Promise<void> {
  const scripts = await page.coverage.stopJSCoverage();
  const own = scripts.flatMap(({ url, functions }) => (SCRIPT.test(url) ? [{ url, functions }] : []));
  writeFileSync(join(folder, `page-${randomUUID()}.json`), JSON.stringify(own));
}
