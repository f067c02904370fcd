/** `npm run screenshots`: one picture of the local site for each audience, into test/screenshots/images, for the README. */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { framesReady, openSite, type OpenSite } from '../browser/local-site';

interface Picture {
  readonly subject: 'start' | 'queue' | 'board' | 'agent' | 'admin' | 'customer';
  readonly person: string;
  readonly path: string;
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  /** The most of the page that is shown, in pixels. */
  readonly height: number;
}

const PICTURES: readonly Picture[] = [
  { subject: 'start', person: '', path: '/', language: 'en', theme: 'light', width: 1120, height: 1060 },
  { subject: 'queue', person: 'agent', path: '/queue', language: 'en', theme: 'light', width: 1280, height: 720 },
  ...(['en', 'fr'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme): Picture => ({
      subject: 'board',
      person: language === 'fr' ? 'second-agent' : 'agent',
      path: '/board',
      language,
      theme,
      width: 1280,
      height: 1080,
    })),
  ),
  ...(['en', 'fr'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme): Picture => ({
      subject: 'agent',
      person: language === 'fr' ? 'second-agent' : 'agent',
      path: language === 'fr' ? '/browse/SUP-9' : '/browse/SUP-7',
      language,
      theme,
      width: 1120,
      height: 1640,
    })),
  ),
  { subject: 'admin', person: 'admin', path: '/admin', language: 'en', theme: 'light', width: 1280, height: 1100 },
  {
    subject: 'customer',
    person: 'customer-base',
    path: '/portal/requests/SUP-10',
    language: 'en',
    theme: 'light',
    width: 1040,
    height: 1060,
  },
  {
    subject: 'customer',
    person: 'customer-plus',
    path: '/portal/requests/SUP-14',
    language: 'fr',
    theme: 'light',
    width: 1040,
    height: 1060,
  },
];

const FOLDER = resolve(__dirname, 'images');

async function main(): Promise<void> {
  const open = await openSite();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const picture of PICTURES) await take(open, picture);
  } finally {
    await open.close();
  }
}

async function take(open: OpenSite, picture: Picture): Promise<void> {
  const { subject, person, path, language, theme, width, height } = picture;
  const { page, context, complaints } = await open.enter({ language, width, height });
  await context.addCookies(
    Object.entries({ person, language, theme }).map(([name, value]) => ({ name, value, url: open.site.origin })),
  );
  await page.goto(path);
  await framesReady(page);
  const shown = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, shown) });
  // A frame that came into the window draws itself a moment later.
  await page.waitForTimeout(300);
  const target = join(FOLDER, `${subject}-${language}-${theme}.png`);
  await page.screenshot({ path: target });
  const heard = complaints.take();
  if (heard.length > 0) throw new Error(`${path} complained: ${heard.join('; ')}`);
  console.log(`${target} ${(statSync(target).size / 1024).toFixed(0)} KB`);
  await context.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
