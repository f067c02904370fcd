import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
/** Where the pinned tools are installed, apart from the project's own packages. */
export const TOOLS = join(ROOT, '.local/trust');

/** Problems, none when all is well; or why the check could not run. */
export type Outcome = readonly string[] | { readonly skipped: string };

export interface Check {
  /** Asks for it alone. */
  readonly key: string;
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}
