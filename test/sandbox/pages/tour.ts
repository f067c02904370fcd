import { HOUR, MINUTE, type Millis } from '../../../src/core/time/instant';

/**
 * The tour of the start page. A step is done when the thing itself happened on the server: a request was created, a
 * surface was answered, the clock was moved; never because a page said so.
 */
export const TOUR_STEPS = ['send', 'promise', 'threshold', 'flag', 'french', 'findings'] as const;
export type TourStepKey = (typeof TOUR_STEPS)[number];

export interface TourState {
  /** The request that the PLUS customer sent; the tour follows the last one until its promise was seen. */
  readonly requestKey: string | null;
  readonly done: readonly TourStepKey[];
}

export const NEW_TOUR: TourState = { requestKey: null, done: [] };

/** What happens on the server, as far as the tour cares. */
export type Happening =
  | { readonly kind: 'request-sent'; readonly by: 'customer-plus'; readonly key: string }
  | { readonly kind: 'agent-panel'; readonly key: string; readonly view: TourTicket }
  | { readonly kind: 'customer-panel'; readonly key: string; readonly by: 'customer-plus'; readonly french: boolean }
  | { readonly kind: 'moved-to-threshold' }
  | { readonly kind: 'admin-findings'; readonly count: number };

/** Of a ticket as agent-panel was told it. */
export interface TourTicket {
  readonly priority: string | null;
  readonly status: string;
  /** Targets in milliseconds, by metric. */
  readonly targets: Readonly<Record<string, Millis>>;
}

/** The tour after a happening; the same object where nothing changed. */
export function tourAfter(tour: TourState, happening: Happening): TourState {
  switch (happening.kind) {
    case 'request-sent':
      return has(tour, 'promise') ? tour : { requestKey: happening.key, done: withStep(tour, 'send') };
    case 'agent-panel':
      if (happening.key !== tour.requestKey) return tour;
      return tick(tour, seenInPanel(tour, happening.view));
    case 'moved-to-threshold':
      return has(tour, 'promise') ? tick(tour, ['threshold']) : tour;
    case 'customer-panel':
      return happening.key === tour.requestKey && happening.french ? tick(tour, ['french']) : tour;
    case 'admin-findings':
      return happening.count > 0 ? tick(tour, ['findings']) : tour;
  }
}

function seenInPanel(tour: TourState, { priority, status, targets }: TourTicket): TourStepKey[] {
  const isPromise = priority === 'P1' && targets['response'] === 30 * MINUTE && targets['resolution'] === 4 * HOUR;
  const isFlagged = has(tour, 'threshold') && (status === 'near-breach' || status === 'breached');
  return [...(isPromise ? (['promise'] as const) : []), ...(isFlagged ? (['flag'] as const) : [])];
}

const has = (tour: TourState, step: TourStepKey): boolean => tour.done.includes(step);

function tick(tour: TourState, steps: readonly TourStepKey[]): TourState {
  const fresh = steps.filter((step) => !has(tour, step));
  return fresh.length === 0 ? tour : { ...tour, done: [...tour.done, ...fresh] };
}

const withStep = (tour: TourState, step: TourStepKey): readonly TourStepKey[] =>
  has(tour, step) ? tour.done : [...tour.done, step];

/** The step that the page points at: the first that is not done. */
export const nextStep = (tour: TourState): TourStepKey | null => TOUR_STEPS.find((step) => !has(tour, step)) ?? null;
