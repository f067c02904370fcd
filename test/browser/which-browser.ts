import { existsSync } from 'node:fs';

/** What this machine can run browser tests with, or why it can run none. */
export type BrowserHere =
  | { readonly kind: 'packaged' }
  | { readonly kind: 'installed'; readonly executable: string }
  | { readonly kind: 'none'; readonly reason: string };

/** The machine, as far as the choice depends on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The C library's version; null where it is not glibc, which the packaged Chromium is built for. */
  readonly glibc: string | null;
  readonly exists: (path: string) => boolean;
  /** Path of a Chrome or Chromium to prefer (`CADRAN_CHROME`); null for none. */
  readonly preferred: string | null;
}

const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
};

/**
 * The browser to test with: the one named by `CADRAN_CHROME`, else the npm package's Chromium (Linux on x64 with
 * glibc), else a Chrome, Chromium or Edge at its usual place, else none.
 */
export function whichBrowser(machine: Machine = thisMachine()): BrowserHere {
  if (machine.preferred !== null) {
    return machine.exists(machine.preferred)
      ? { kind: 'installed', executable: machine.preferred }
      : { kind: 'none', reason: `CADRAN_CHROME names ${machine.preferred}, which does not exist` };
  }
  if (machine.platform === 'linux' && machine.arch === 'x64' && machine.glibc !== null) return { kind: 'packaged' };
  const executable = (INSTALLED[machine.platform] ?? []).find(machine.exists);
  if (executable !== undefined) return { kind: 'installed', executable };
  return {
    kind: 'none',
    reason: `no Chrome found, and the packaged Chromium is for Linux on x64 with glibc, not ${machine.platform} on ${machine.arch}`,
  };
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    glibc: process.platform === 'linux' ? glibcVersion() : null,
    exists: existsSync,
    preferred: process.env['CADRAN_CHROME'] ?? null,
  };
}

function glibcVersion(): string | null {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime ?? null;
}
