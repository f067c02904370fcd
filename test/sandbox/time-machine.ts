import { DAY, MINUTE, SECOND } from '../../src/core/time/instant';
import type { HeldClock } from './held-clock';
import type { Instant, SiteClock } from './seam';
import type { LocalPlatform } from './platform/platform';

/** The sweep reads six minutes ahead (design.md §6): run half a minute inside that, it sees the threshold. */
const SWEEP_SEES_AHEAD = 5.5 * MINUTE;
/** Queues count their delays in whole seconds, so a threshold may fire this much after its instant. */
const QUEUE_ROUNDING = 2 * SECOND;
const LOOK_EVERY_MILLIS = 250;
/** The last instant there is: what a row without a threshold in sight holds, since an index needs a value. */
const NEVER: Instant = 8.64e15;

export interface TimeMachine {
  /** Runs `work`, then whatever it made due; one at a time with moves and with the passing of time. */
  perform<T>(work: () => Promise<T>): Promise<T>;
  /** Moves the clock onwards, each event, trigger and delayed message at its own time. Never backwards. */
  moveTo(target: Instant): Promise<void>;
  /** To the earliest threshold ahead, until it was dealt with; false where no ticket has one. */
  moveToNextThreshold(): Promise<boolean>;
  /** The earliest instant at which an open ticket has something to warn of. */
  nextThreshold(): Instant | null;
  /** Lets the platform run as time passes by itself. */
  start(): void;
  stop(): Promise<void>;
}

/**
 * Drives the platform through the site's time. A clock that can be held is held on the way; any other has to stand still by
 * itself. `onError` hears of what fails while time passes by itself.
 */
export function createTimeMachine(
  clock: SiteClock & Partial<HeldClock>,
  platform: Pick<LocalPlatform, 'settle' | 'nextDueAt' | 'peekEntity' | 'dump'>,
  onError: (error: unknown) => void,
): TimeMachine {
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const thresholds = (): Instant[] =>
    platform.peekEntity('ticket').flatMap(({ value }) => {
      const { state, nextAt } = value;
      return state === 'open' && typeof nextAt === 'number' && nextAt < NEVER ? [nextAt] : [];
    });

  /** The next instant at which something may happen. Between them the five-minute sweep would only find nothing. */
  const nextStop = (): Instant => {
    const now = clock.now();
    const next = platform.nextDueAt() ?? now + DAY;
    // A job that goes on is looked after by the sweeps too.
    if (platform.peekEntity('job-run').some(({ value }) => value['state'] === 'running')) return next;
    const seen = Math.min(...thresholds()) - SWEEP_SEES_AHEAD;
    const idleUntil = Math.min(seen, queuedAt(platform.dump()), now + DAY);
    return Math.max(next, idleUntil);
  };

  const travel = async (target: Instant): Promise<void> => {
    clock.hold?.();
    try {
      await platform.settle();
      while (clock.now() < target) {
        clock.set(Math.min(nextStop(), target));
        await platform.settle();
      }
    } finally {
      clock.release?.();
    }
  };

  const nextThreshold = (): Instant | null => {
    const ahead = thresholds().filter((at) => at > clock.now());
    return ahead.length === 0 ? null : Math.min(...ahead);
  };

  return {
    nextThreshold,
    perform: (work) =>
      inTurn(async () => {
        const result = await work();
        await platform.settle();
        return result;
      }),
    moveTo: (target) => inTurn(() => travel(target)),
    moveToNextThreshold: () =>
      inTurn(async () => {
        const target = nextThreshold();
        if (target === null) return false;
        await travel(target);
        const due = platform.nextDueAt();
        if (due !== null && due <= target + QUEUE_ROUNDING) await travel(due);
        return true;
      }),
    start: () => {
      timer ??= setInterval(() => {
        const due = platform.nextDueAt();
        if (due !== null && due <= clock.now()) inTurn(() => platform.settle()).catch(onError);
      }, LOOK_EVERY_MILLIS);
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await last;
    },
  };
}

/** When the platform's queues and inbox next have something due: its dump tells them apart from the schedules. */
function queuedAt(dump: unknown): Instant {
  const { queue, inbox } = dump as { queue: { events: { dueAt: Instant }[] }; inbox: unknown };
  const waiting = Array.isArray(inbox) ? (inbox as { dueAt: Instant }[]) : [];
  return Math.min(...[...queue.events, ...waiting].map(({ dueAt }) => dueAt));
}
