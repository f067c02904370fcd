import { whichBrowser, type BrowserHere, type Machine } from './which-browser';

const BARE_LINUX: Machine = {
  platform: 'linux',
  arch: 'x64',
  glibc: '2.36',
  exists: () => false,
  preferred: null,
};

const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const has = (path: string) => ({ exists: (candidate: string) => candidate === path });

test.each<[string, Partial<Machine>, BrowserHere['kind']]>([
  ['a bare Linux image', {}, 'packaged'],
  ['a Linux that has Chrome too', has('/usr/bin/google-chrome'), 'packaged'],
  ['Alpine, whose C library is not glibc', { glibc: null }, 'none'],
  ['Alpine with its own Chromium', { glibc: null, ...has('/usr/bin/chromium') }, 'installed'],
  ['Linux on ARM', { arch: 'arm64' }, 'none'],
  ['Linux on ARM with Chromium', { arch: 'arm64', ...has('/usr/bin/chromium') }, 'installed'],
  ['a Mac without Chrome', { platform: 'darwin', glibc: null }, 'none'],
  ['a Mac with Chrome', { platform: 'darwin', glibc: null, ...has(CHROME_ON_MAC) }, 'installed'],
  ['a browser of one’s own', { preferred: '/opt/chrome', ...has('/opt/chrome') }, 'installed'],
  ['a browser of one’s own that is not there', { preferred: '/opt/chrome' }, 'none'],
])('%s', (_, machine, kind) => {
  expect(whichBrowser({ ...BARE_LINUX, ...machine }).kind).toBe(kind);
});
