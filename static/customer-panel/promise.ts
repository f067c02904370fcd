import type { CustomerClock, CustomerClockState, CustomerTicketView } from '../../src/contract/customer-panel';
import type { SlaMetric } from '../../src/core/policy/document';
import type { Millis } from '../../src/core/time/instant';
import { awaited } from './lead';
import { deadline, instant, length, say, type Phrase } from './phrase';

/** One promise as the panel shows it: its name, its state in a word, the one time that matters, and what explains it. */
export interface PromiseWords {
  readonly metric: SlaMetric;
  readonly state: CustomerClockState;
  readonly title: Phrase;
  readonly word: Phrase;
  /** Null where times are hidden, or where there is no goal. */
  readonly figure: Phrase | null;
  readonly details: readonly Phrase[];
  /** For the dial, 0 to 1; null where times are hidden. */
  readonly usedShare: number | null;
}

/** The words of one clock. `remaining` is its working time left at the moment of reading, counted down by the panel. */
export function promiseWords(view: CustomerTicketView, clock: CustomerClock, remaining: Millis | null): PromiseWords {
  return {
    metric: clock.metric,
    state: clock.state,
    title: say(`promise.${clock.metric}`),
    word: say(`state.${clock.state}`),
    figure: figureOf(clock, remaining),
    details: detailsOf(view, clock, remaining),
    usedShare: clock.usedShare,
  };
}

function figureOf(clock: CustomerClock, remaining: Millis | null): Phrase | null {
  switch (clock.state) {
    case 'running':
      return clock.due === null ? null : say('promise.by', { due: deadline(clock.due) });
    case 'paused':
      return remaining === null ? null : say('promise.supportTimeLeft', { left: length(remaining) });
    case 'late':
      return clock.due === null ? null : say('promise.wasDue', { due: instant(clock.due) });
    case 'met':
    case 'missed':
      return clock.stoppedAt === null
        ? null
        : say(clock.metric === 'response' ? 'promise.received' : 'promise.solved', { at: instant(clock.stoppedAt) });
  }
}

function detailsOf(view: CustomerTicketView, clock: CustomerClock, remaining: Millis | null): readonly Phrase[] {
  switch (clock.state) {
    case 'running':
      if (hasNoTimeYet(view, clock)) return [say(view.priority ? 'promise.noTime' : 'promise.noPriorityYet')];
      return remaining === null ? [] : [leftToGo(clock, remaining)];
    case 'paused':
      return [whyPaused(view, clock)];
    case 'late':
      return [
        say(clock.metric === 'response' ? 'promise.notAnsweredYet' : 'promise.notSolvedYet'),
        ...(clock.excused ? [say('promise.waitedForYou')] : []),
      ];
    case 'met':
      return clock.due === null ? [] : [say('promise.promisedBy', { due: deadline(clock.due) })];
    case 'missed':
      return [
        ...(clock.due === null ? [] : [say('promise.promisedBy', { due: deadline(clock.due) })]),
        ...(clock.excused ? [say('promise.waitedForYou')] : clock.due === null ? [] : [say('promise.weWereLate')]),
      ];
  }
}

/** Times are shown (the view has hours, or a target somewhere), but this clock has no goal. */
function hasNoTimeYet(view: CustomerTicketView, clock: CustomerClock): boolean {
  const hidden = view.hours === null && view.priority !== null;
  return !hidden && clock.target === null && clock.due === null;
}

function whyPaused(view: CustomerTicketView, clock: CustomerClock): Phrase {
  switch (awaited(view)) {
    case 'you':
      return whenYouReply(clock);
    case 'others':
      return say('promise.pausedByOthers');
    case 'team':
    case 'nobody':
      return say('promise.pausedByUs');
  }
}

/** Where the time left is known, also what a reply at this moment would bring. */
function whenYouReply({ dueIfResumed }: CustomerClock): Phrase {
  return dueIfResumed === null
    ? say('promise.pausedByYou')
    : say('promise.dueIfYouReply', { due: instant(dueIfResumed) });
}

function leftToGo({ aroundTheClock }: CustomerClock, remaining: Millis): Phrase {
  const values = { left: length(remaining) };
  return aroundTheClock === true ? say('promise.leftDayAndNight', values) : say('promise.leftInSupportTime', values);
}
