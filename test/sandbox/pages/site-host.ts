import type { IssueThing } from './jira-shapes';
import type { Lozenge } from './issue-page';
import type { Moves } from './layout';
import type { SiteFacts } from './site-facts';
import type { StartFigures } from './start-figures';
import type { MoveTarget } from './time-targets';
import type { TourState } from './tour';
import type { Visit } from './visit';
import type { WebRequest } from './web/web';

/** What the pages may ask of the site that serves them. */
export interface SiteHost {
  /** Who asks, with Jira's routes as that person. */
  visit(request: WebRequest): Visit;
  moves(): Moves;
  facts(): SiteFacts;
  tour(): TourState;
  startFigures(): Promise<StartFigures>;
  /** The lozenge of the agent panel, as this person gets it; null where the app gives none. */
  lozengeOf(visit: Visit, issue: IssueThing): Promise<Lozenge | null>;
  /** Does something, then lets the app work until nothing is due. */
  perform<T>(work: () => Promise<T>): Promise<T>;
  /** Moves the clock onwards; does nothing where the target lies behind. */
  move(target: MoveTarget): Promise<void>;
  startOver(): Promise<void>;
  /** Changes with whatever pages show: when it differs, a page looks again. */
  revision(): string;
}
