import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs pinned tools into a folder of their own, since they are too heavy to be everyone's dependencies; nothing where
 * just these are there already. No install scripts: none of the tools needs one here.
 */
export function installTools(folder: string, pinned: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, dependencies: pinned }, null, 2);
  const file = join(folder, 'package.json');
  const isInstalled = existsSync(join(folder, 'node_modules/.package-lock.json'));
  if (isInstalled && existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  writeFileSync(file, wanted);
  const names = Object.entries(pinned).map(([name, version]) => `${name}@${version}`);
  console.log(`Installing ${names.join(', ')} …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${names.join(', ')} could not be installed.`);
}
