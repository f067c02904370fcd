import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TourState } from './pages/tour';
import type { Instant } from './seam';
import type { StageDump } from './stage';
import { StartProblem } from './start-problem';

/** Everything the site keeps between restarts. */
export interface SavedSite {
  readonly version: 1;
  /** The site's time when it was saved: time stands still while the site is off. */
  readonly now: Instant;
  readonly stage: StageDump;
  readonly tour: TourState;
}

export interface StateFile {
  /** Null where nothing was saved. Throws on a file that is none of this site's, naming it. */
  read(): SavedSite | null;
  /** Written beside and renamed: a site that is killed while it writes keeps its former state. */
  write(saved: SavedSite): void;
  clear(): void;
}

/** The site's one file. */
export function stateFile(path: string): StateFile {
  return {
    read: () => {
      if (!existsSync(path)) return null;
      try {
        const saved = JSON.parse(readFileSync(path, 'utf8')) as SavedSite;
        if ((saved.version as number) === 1) return saved;
      } catch {
        // Told below, like a file of another version.
      }
      throw new StartProblem(`${path} cannot be read as the site's state. Start with --reset to begin anew.`);
    },
    write: (saved) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.draft`, JSON.stringify(saved));
      renameSync(`${path}.draft`, path);
    },
    clear: () => rmSync(path, { force: true }),
  };
}

/** A site that forgets: for tests that need no restart. */
export const noStateFile: StateFile = { read: () => null, write: () => undefined, clear: () => undefined };
